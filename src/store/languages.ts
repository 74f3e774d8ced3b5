import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/**
 * The language tags of claims that match some ranges: equal, or longer after a hyphen. Walks an
 * index from tag to tag, so that the cost depends on the number of tags, not of claims.
 *
 * @param ranges tags in canonical form, as on record
 */
export async function listTagsOf(db: Db, ranges: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    with recursive known (tag) as (
      select min(lang)::text from claim
      union all
      select (select min(lang)::text from claim where lang > tag)
      from known where tag is not null
    )
    select tag from known
    where exists (
      select from unnest(${ranges}::text[]) as asked (range)
      where tag = range or starts_with(tag, range || '-')
    )
  `.execute(db)
  return rows.map(({ tag }) => tag)
}
