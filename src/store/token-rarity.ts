import { sql } from 'kysely'
import type { Rarity } from '../domain/search/overlap.ts'
import type { Db } from './database/db.ts'

/** A table that was never analysed has no size; then all tokens are equally rare. */
const totalMin = 1_000

/**
 * How many claims have each of some tokens, by the statistics of the database. It knows the common
 * ones; the others are taken for half as common as the rarest of these.
 */
export async function loadRarity(db: Db, tokens: Iterable<string>): Promise<Rarity> {
  const { rows } = await sql<{ total: number; least: number; common: Record<string, number> }>`
    with stats as materialized (
      select most_common_elems::text::text[] as tokens, most_common_elem_freqs as parts
      from pg_stats
      where schemaname = 'public' and tablename = 'claim_search' and attname = 'tokens'
    ),
    asked as materialized (select unnest(${[...tokens]}::text[]) as token)
    select
      (
        select greatest(reltuples, 0) from pg_class where oid = 'public.claim_search'::regclass
      )::float8 as total,
      -- Behind the parts of the tokens stands the least of them.
      coalesce((select parts[cardinality(tokens) + 1] from stats), 0)::float8 as least,
      coalesce((
        -- Side by side: the array of parts would be unpacked for each that is looked up in it.
        select json_object_agg(common.token, common.part)
        from stats, unnest(stats.tokens, stats.parts) as common (token, part)
        where common.token in (select token from asked)
      ), '{}') as common
  `.execute(db)
  const [counted] = rows
  if (!counted) throw new Error('A select without a source gave no row.')
  const common = new Map(Object.entries(counted.common))
  const total = Math.max(counted.total, totalMin)
  return { total, countOf: (token) => total * (common.get(token) ?? counted.least / 2) }
}
