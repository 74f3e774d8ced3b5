import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** What has a page, and is listed for search engines. */
export const listedNouns = ['claim', 'story', 'source', 'report'] as const
export type ListedNoun = (typeof listedNouns)[number]

/** A page: its id or slug, and when it changed, if that is known. */
export interface ListedPage {
  readonly id: string
  readonly name: string
  readonly changedAt: Date | null
  /** Whether it is still a page of its own, with words. */
  readonly isThere: boolean
}

const columns = {
  claim: sql`id, id::text as name, changed_at as "changedAt", voided_at is null and merged_into is null`,
  story: sql`id, slug as name, null::timestamptz as "changedAt", voided_at is null`,
  source: sql`id, slug as name, null::timestamptz as "changedAt", voided_at is null and merged_into is null`,
  report: sql`id, id::text as name, null::timestamptz as "changedAt", voided_at is null and merged_into is null`,
}

/** Things in the order of their ids, those without a page among them. */
export async function listPages(
  db: Db,
  noun: ListedNoun,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly ListedPage[]> {
  const { rows } = await sql<ListedPage>`
    select ${columns[noun]} and not exists (
      select from redaction where redaction.object = ${sql.table(noun)}.id
    ) as "isThere"
    from ${sql.table(noun)} where id > ${after}::uuid order by id limit ${limit}
  `.execute(db)
  return rows
}

/** The last id of a part of a list, if more follow. An index has all that is read for it. */
export async function findPartEnd(
  db: Db,
  noun: ListedNoun,
  { after, size }: { readonly after: string; readonly size: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(noun)} where id > ${after}::uuid
    order by id offset ${size - 1} limit 2
  `.execute(db)
  return rows.length === 2 ? rows[0]?.id : undefined
}
