import { sql } from 'kysely'
import { searchTokens } from '../domain/search-tokens.ts'
import type { Db } from './db.ts'

/** By how many of a text's rarest tokens claims are found, and how many are then compared with it. */
const rareTokens = 16
const comparedMax = 2000
const foundMax = 20

/** The part of its tokens that a claim, or a shorter text, must share. */
const sharedMin = 0.35

/**
 * The claims most like a text, by the tokens that they share; the most like first. Of a long text
 * it is enough that the claim is in it.
 */
export async function findClaimsLike(db: Db, text: string): Promise<string[]> {
  const tokens = [...new Set(searchTokens(text))].filter((token) => token.length > 1)
  const rarest = (await byFrequency(db, tokens)).slice(0, rareTokens)
  if (rarest.length === 0) return []
  const query = rarest.map((token) => `'${token}'`).join(' | ')
  const { rows } = await sql<{ id: string }>`
    with candidate as materialized (
      select claim_id, tokens from claim_search
      where tokens @@ ${query}::tsquery
      limit ${comparedMax}
    ),
    compared as (
      select claim_id, least(length(tokens), ${tokens.length}::integer) as size, (
        select count(*) from unnest(tsvector_to_array(tokens)) as own (token)
        where token = any(${tokens}::text[])
      )::float8 as shared
      from candidate
    )
    select claim.id
    from compared join claim on claim.id = compared.claim_id
    where claim.voided_at is null and shared >= size * ${sharedMin}::float8
    order by shared / size desc, shared desc, claim.id
    limit ${foundMax}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The rarest first, as far as the database's statistics tell them apart. */
async function byFrequency(db: Db, tokens: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ token: string; frequency: number }>`
    select common.token, stats.most_common_elem_freqs[common.place] as frequency
    from pg_stats as stats,
      unnest(stats.most_common_elems::text::text[]) with ordinality as common (token, place)
    where stats.schemaname = 'public' and stats.tablename = 'claim_search'
      and stats.attname = 'tokens' and common.token = any(${tokens}::text[])
  `.execute(db)
  const frequencies = new Map(rows.map(({ token, frequency }) => [token, frequency]))
  const frequencyOf = (token: string) => frequencies.get(token) ?? 0
  return tokens.toSorted((a, b) => frequencyOf(a) - frequencyOf(b))
}
