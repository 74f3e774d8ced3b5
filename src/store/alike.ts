import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import {
  comparedTokens,
  isCompared,
  overlapOf,
  weightOf,
  wordsAmong,
  type Rarity,
} from '../domain/search/overlap.ts'
import { blocksOf, sentencesOf, type Block, type Sentence } from '../domain/search/sentences.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'
import { loadRarity } from './token-rarity.ts'

/** A sentence of a text that is like a claim. */
export interface LikeSentence {
  readonly claim: ClaimId
  readonly sentence: Sentence
  /** From 0 to 1. */
  readonly score: number
  /** Its words that the claim has, too. */
  readonly words: readonly string[]
}

interface Asked {
  readonly sentence: Sentence
  readonly tokens: ReadonlySet<string>
}

/** How much of a claim or of a sentence must be in the other, by weight. */
const containedMin = 0.35
/** A short heading is contained in many claims that are not like it. */
const scoreMin = 0.15

/** How many claims are compared, for all sentences together and for one of many. */
const comparedMax = 20_000
const eachMax = 1_000
const eachMin = 5

/** How many of the claims most like a sentence are looked at closely. */
const closestMax = 5
/** How many sentences one statement compares. */
const chunkSize = 300

/** Of a sentence, claims are found by so many of its rarest tokens at most. */
const rareMax = 12

/**
 * The claims like a text, each with the sentence most like it, best first. Every sentence is compared
 * by itself, so a claim is found wherever in the text it stands.
 */
export async function findClaimsLike(
  db: Db,
  text: string,
  { limit = 20, compared = comparedMax } = {},
): Promise<readonly LikeSentence[]> {
  const asked = (await mapInSlices([...blocksOf(text)], askedIn)).flat()
  const each = Math.max(eachMin, Math.min(eachMax, Math.floor(compared / asked.length)))
  const best = new Map<ClaimId, Judged>()
  for (let from = 0; from < asked.length; from += chunkSize)
    for (const one of await judgeSome(db, asked.slice(from, from + chunkSize), each))
      if (one.score > (best.get(one.claim)?.score ?? 0)) best.set(one.claim, one)
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || (a.claim < b.claim ? -1 : 1))
    .slice(0, limit)
    .map(({ claim, sentence, score, shared }) => {
      return { claim, sentence, score, words: wordsAmong(sentence.text, shared) }
    })
}

function askedIn(block: Block): Asked[] {
  return [...sentencesOf(block)].flatMap((sentence) => {
    const tokens = comparedTokens(sentence.text)
    return tokens.size > 0 ? [{ sentence, tokens }] : []
  })
}

interface Judged {
  readonly claim: ClaimId
  readonly sentence: Sentence
  readonly score: number
  /** The tokens that both have. */
  readonly shared: ReadonlySet<string>
}

/** The claims like some sentences. */
async function judgeSome(
  db: Db,
  asked: readonly Asked[],
  each: number,
): Promise<readonly Judged[]> {
  const rarity = await loadRarity(db, new Set(asked.flatMap(({ tokens }) => [...tokens])))
  const close = await findClose(db, asked, { each, rarity })
  const claims = await loadTokens(db, new Set(close.map(({ claim }) => claim)))
  const ofClaims = await loadRarity(db, new Set([...claims.values()].flatMap((own) => [...own])))
  const judged = await mapInSlices(close, ({ claim, asked: { sentence, tokens } }) => {
    const own = claims.get(claim) ?? new Set<string>()
    const shared = tokens.intersection(own)
    return { claim, sentence, shared, ...overlapOf(tokens, own, ofClaims) }
  })
  return judged.filter(({ score, contained }) => score >= scoreMin && contained >= containedMin)
}

/** A claim that shares much with a sentence. */
interface Close {
  readonly claim: ClaimId
  readonly asked: Asked
}

/** The claims that share most with each of some sentences, in one statement for all of them. */
async function findClose(
  db: Db,
  asked: readonly Asked[],
  { each, rarity }: { readonly each: number; readonly rarity: Rarity },
): Promise<readonly Close[]> {
  const sent = asked.map(({ tokens }, nth) => {
    const all = [...tokens]
    return {
      nth,
      query: candidatesBy(all, rarity, each),
      tokens: all,
      weights: all.map((token) => weightOf(token, rarity)),
    }
  })
  const { rows } = await sql<{ nth: number; claim: ClaimId }>`
    with asked as materialized (
      select * from json_to_recordset(${JSON.stringify(sent)}::json)
        as asked (nth integer, query text, tokens text[], weights float8[])
    )
    select asked.nth, close.claim_id as claim
    from asked cross join lateral (
      select candidate.claim_id
      from (
        select claim_id, tsvector_to_array(tokens) as own from claim_search
        where tokens @@ asked.query::tsquery limit ${each}
      ) as candidate
      join claim on claim.id = candidate.claim_id
        and claim.voided_at is null and claim.merged_into is null
      order by (
        select sum(weight) from unnest(asked.tokens, asked.weights) as shared (token, weight)
        where token = any(candidate.own)
      ) desc, candidate.claim_id
      limit ${closestMax}
    ) as close
  `.execute(db)
  return rows.flatMap(({ nth, claim }) => {
    const of = asked[nth]
    return of ? [{ claim, asked: of }] : []
  })
}

/**
 * Candidates with any of the rarest tokens, using as many tokens as the limit allows. If even the
 * rarest is too common, candidates must have several, until they are few enough.
 */
function candidatesBy(tokens: readonly string[], { total, countOf }: Rarity, max: number): string {
  const rarest = tokens
    .map((token) => ({ token, count: countOf(token) }))
    .toSorted((a, b) => a.count - b.count)
    .slice(0, rareMax)
  const few: string[] = []
  let sum = 0
  for (const { token, count } of rarest) {
    sum += count
    if (sum > max) break
    few.push(`'${token}'`)
  }
  if (few.length > 0) return few.join(' | ')

  const shared: string[] = []
  let left = total
  for (const { token, count } of rarest) {
    if (left <= max) break
    left *= count / Math.max(1, total)
    shared.push(`'${token}'`)
  }
  return shared.join(' & ')
}

async function loadTokens(
  db: Db,
  claims: ReadonlySet<ClaimId>,
): Promise<ReadonlyMap<ClaimId, ReadonlySet<string>>> {
  const { rows } = await sql<{ id: ClaimId; tokens: string[] }>`
    select claim_id as id, tsvector_to_array(tokens) as tokens from claim_search
    where claim_id = any(${[...claims]}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, tokens }) => [id, new Set(tokens.filter(isCompared))]))
}
