import { sql } from 'kysely'
import { placedTokens } from '../domain/search/placed-tokens.ts'
import type { Db } from './database/db.ts'

/** How many of a text's rarest tokens are used to find claims. */
const rareTokens = 16
const foundMax = 20

/**
 * The share of tokens that a claim must have in common with the text (or of the shorter one's
 * tokens).
 */
const sharedMin = 0.35

/** Tokens of two letters or more: no single letters, no stems, no sources. */
const compared = /^[^~@]{2}/

/**
 * The claims most like a text, by shared tokens, most similar first. A claim also matches if a
 * longer text contains it.
 *
 * @param comparedMax how many claims are read and compared with it
 */
export async function findClaimsLike(db: Db, text: string, comparedMax = 2000): Promise<string[]> {
  const tokens = [...new Set(placedTokens(text).map(({ token }) => token))].filter((token) =>
    compared.test(token),
  )
  if (tokens.length === 0) return []
  const query = candidatesBy(await rarestFirst(db, tokens), comparedMax)
  const { rows } = await sql<{ id: string }>`
    with candidate as materialized (
      select claim_id, tokens from claim_search
      where tokens @@ ${query}::tsquery
      limit ${comparedMax}
    ),
    compared as (
      select claim_id, least(length, ${tokens.length}::integer) as size, shared
      from candidate cross join lateral (
        select count(*) as length,
          (count(*) filter (where token = any(${tokens}::text[])))::float8 as shared
        from unnest(tsvector_to_array(tokens)) as own (token)
        where token ~ ${compared.source}
      ) as counted
    )
    select claim.id
    from compared join claim on claim.id = compared.claim_id
    where claim.voided_at is null and claim.merged_into is null and shared >= size * ${sharedMin}::float8
    order by shared / size desc, shared desc, claim.id
    limit ${foundMax}
  `.execute(db)
  return rows.map(({ id }) => id)
}

interface RareToken {
  readonly token: string
  /** The fraction of claims with this token; an upper bound if the statistics do not know it. */
  readonly part: number
  readonly claims: number
}

/**
 * Candidates with any of the rarest tokens, using as many tokens as the limit allows. If even the
 * rarest is too common, candidates must have several, until they are few enough.
 */
function candidatesBy(rarest: readonly RareToken[], comparedMax: number): string {
  const few: RareToken[] = []
  let sum = 0
  for (const token of rarest) {
    sum += token.claims
    if (sum > comparedMax) break
    few.push(token)
  }
  if (few.length > 0) return few.map(quoted).join(' | ')

  const shared: RareToken[] = []
  let left = Number.POSITIVE_INFINITY
  for (const token of rarest) {
    if (left <= comparedMax) break
    left = shared.length === 0 ? token.claims : left * token.part
    shared.push(token)
  }
  return shared.map(quoted).join(' & ')
}

function quoted({ token }: RareToken): string {
  return `'${token}'`
}

/** The rarest tokens, as far as the database's statistics distinguish them. */
async function rarestFirst(db: Db, tokens: readonly string[]): Promise<RareToken[]> {
  const { rows } = await sql<RareToken>`
    with stats as (
      select most_common_elems::text::text[] as tokens, most_common_elem_freqs as parts
      from pg_stats
      where schemaname = 'public' and tablename = 'claim_search' and attname = 'tokens'
    ),
    common as (
      select common.token, stats.parts[common.place] as part
      from stats, unnest(stats.tokens) with ordinality as common (token, place)
    ),
    counted as (
      select asked.token, common.token is null as "isUnknown",
        -- Behind the parts of the tokens stands the least of them.
        coalesce(
          common.part, (select parts[cardinality(tokens) + 1] from stats), 0
        )::float8 as part
      from unnest(${tokens}::text[]) as asked (token)
      left join common on common.token = asked.token
    )
    select token, part, part * (
      select greatest(reltuples, 0) from pg_class where oid = 'public.claim_search'::regclass
    ) as claims
    from counted
    order by "isUnknown" desc, part
    limit ${rareTokens}
  `.execute(db)
  return rows
}
