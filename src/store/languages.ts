import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/**
 * The language tags of claims that are of any of some ranges: the same, or longer behind a hyphen. An
 * index is asked for one tag after the other, so that it costs as many steps as the record has tags,
 * however many claims it has.
 *
 * @param ranges tags in their canonical form, as those on record are
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
