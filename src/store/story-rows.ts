import { sql } from 'kysely'
import type { Reading } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { enteredMembers, members } from './merged-lists.ts'
import { redactionOf, type RedactionRow } from './redactions.ts'
import { allWords } from './source-ref.ts'
import type { NewestPosition } from './source-rows.ts'

/** A story as it is read. */
export interface StoryRow {
  readonly id: string
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly slug: string
  readonly titleLangs: readonly string[]
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly claims: readonly string[]
  readonly seq: number
}

/** A story in a list, with how many claims it has. */
export interface ListedStoryRow extends Omit<StoryRow, 'claims'> {
  readonly claims: number
}

export async function findStoryRow(db: Db, id: string): Promise<StoryRow | undefined> {
  const { rows } = await sql<StoryRow>`
    select ${storyColumns()} from story where id = ${id}::uuid
  `.execute(db)
  return rows[0]
}

/** Stories that are not voided, newest on record first. */
export async function listStories(
  db: Db,
  { after, limit }: { after: NewestPosition | undefined; limit: number },
): Promise<ListedStoryRow[]> {
  const { rows } = await sql<ListedStoryRow>`
    select ${ownColumns}, (select count(*) from ${members}) as claims from story
    where voided_at is null
      ${after ? sql`and (recorded_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by recorded_at desc, id desc
    limit ${limit}
  `.execute(db)
  return rows
}

/** The columns of `story` that make up a `StoryRow`. */
export function storyColumns(reading: Reading = 'led') {
  return sql`
    ${ownColumns},
    array(
      select claim_id from ${reading === 'led' ? members : enteredMembers} order by position
    ) as claims
  `
}

const ownColumns = sql`
    story.id, story.version, story.recorded_at as "recordedAt", story.voided_at as "voidedAt",
    story.slug, story.title_langs::text[] as "titleLangs",
    story.content_seq as seq,
    ${allWords('story.content_seq')} as words, ${redactionOf('story.content_seq', 'story.id')} as redaction
  `
