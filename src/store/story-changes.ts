import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { members } from './merged-lists.ts'

/** A claim of a story whose status, or what that rests on, changed last. */
export interface StoryChangeRow {
  readonly story: string
  readonly claim: ClaimId
  readonly at: Date | null
}

/** Of a longer story, only so many of its first claims are looked at. */
const lookedAtMax = 500

/** The newest change in each of some stories; of what changed at once, what has most answers. */
export async function listStoryChanges(
  db: Db,
  stories: readonly string[],
): Promise<StoryChangeRow[]> {
  const { rows } = await sql<StoryChangeRow>`
    select story.id as story, newest.claim, newest.at
    from story cross join lateral (
      select claim.id as claim, claim.changed_at as at
      from (
        select claim_id from ${members} order by position limit ${sql.lit(lookedAtMax)}
      ) as first join claim on claim.id = first.claim_id
      where claim.voided_at is null
      order by claim.changed_at desc nulls last, claim.countered_by desc, claim.id desc limit 1
    ) as newest
    where story.id = any(${hiddenIds(stories)})
  `.execute(db)
  return rows
}
