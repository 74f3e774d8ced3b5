import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import { candidateQueries } from '../domain/search/candidates.ts'
import {
  comparedTokens,
  overlapOf,
  weigh,
  type Overlap,
  type Rarity,
} from '../domain/search/overlap.ts'
import { blocksOf, sentencesOf, type Sentence } from '../domain/search/sentences.ts'
import { mapInSlices, runInSlices } from '../formats/in-slices.ts'
import { loadClaimTexts } from './compared-texts.ts'
import type { Db } from './database/db.ts'
import { loadRarity } from './token-rarity.ts'

/** A sentence of a text that is like a claim. */
export interface LikeSentence extends Overlap {
  readonly claim: ClaimId
  readonly sentence: Sentence
  /** The words of the claim that it is like: its own, or a translation. */
  readonly text: string
}

/** A sentence that can be compared. */
export interface AskedSentence {
  readonly sentence: Sentence
  readonly tokens: ReadonlySet<string>
}

interface Least {
  /** How much of a claim or of a sentence must be in the other, by weight. */
  readonly contained: number
  /** A short heading is contained in many claims that are not like it. */
  readonly score: number
}

/** What is called like a sentence, and what is worth listing where somebody looks for the likest. */
const leastAlike: Least = { contained: 0.35, score: 0.15 }
const leastListed: Least = { contained: 0.25, score: 0.1 }

/** How many claims are compared, for all sentences together and for one of many. */
const comparedMax = 20_000
const eachMax = 1_000
const eachMin = 5

/** How many of the claims most like sentences are looked at closely, of all and of each. */
const closestOfAll = 120
const closestMax = 40
const closestMin = 6
/** How many sentences one statement compares. */
const chunkSize = 300

/**
 * The claims like a text, each with the sentence most like it, best first. Every sentence is compared
 * by itself, so a claim is found wherever in the text it stands.
 */
export async function findClaimsLike(
  db: Db,
  text: string,
  { limit = 20, compared = comparedMax } = {},
): Promise<readonly LikeSentence[]> {
  const best = new Map<ClaimId, LikeSentence>()
  const asked = await sentencesToCompare(text)
  for (const one of await findLikeSentences(db, asked, { compared, least: leastListed }))
    if (one.told > (best.get(one.claim)?.told ?? 0)) best.set(one.claim, one)
  return [...best.values()]
    .toSorted((a, b) => b.told - a.told || (a.claim < b.claim ? -1 : 1))
    .slice(0, limit)
}

/** The sentences of a text that have anything to compare, in order. */
export async function sentencesToCompare(text: string): Promise<readonly AskedSentence[]> {
  const asked: AskedSentence[] = []
  await runInSlices(addAsked(asked, text))
  return asked
}

/** The claims like each of some sentences, in their order. */
export async function findLikeSentences(
  db: Db,
  asked: readonly AskedSentence[],
  { compared = comparedMax, least = leastAlike } = {},
): Promise<readonly LikeSentence[]> {
  const each = Math.max(eachMin, Math.min(eachMax, Math.floor(compared / asked.length)))
  const found: LikeSentence[] = []
  for (let from = 0; from < asked.length; from += chunkSize)
    found.push(...(await judgeSome(db, asked.slice(from, from + chunkSize), each, least)))
  return found
}

function* addAsked(asked: AskedSentence[], text: string): Generator<undefined, void> {
  for (const block of blocksOf(text))
    for (const sentence of sentencesOf(block)) {
      const tokens = comparedTokens(sentence.text)
      if (tokens.size > 0) asked.push({ sentence, tokens })
      yield
    }
}

/** The claims like some sentences. */
async function judgeSome(
  db: Db,
  asked: readonly AskedSentence[],
  each: number,
  least: Least,
): Promise<readonly LikeSentence[]> {
  const ofSentences = await loadRarity(db, new Set(asked.flatMap(({ tokens }) => [...tokens])))
  const close = await findClose(db, asked, { each, rarity: ofSentences })
  const texts = await loadClaimTexts(db, new Set(close.map(({ claim }) => claim)))
  const compared = await mapInSlices(texts, (each) => {
    return { ...each, tokens: comparedTokens(each.text) }
  })
  const all = new Set([...asked, ...compared].flatMap(({ tokens }) => [...tokens]))
  const rarity = await loadRarity(db, all)
  const own = await mapInSlices(compared, ({ tokens, ...each }) => {
    return { ...each, weighed: weigh(tokens, rarity) }
  })
  const byClaim = Map.groupBy(own, ({ claim }) => claim)
  const judged = await mapInSlices(
    [...Map.groupBy(close, (one) => one.asked)],
    ([{ sentence, tokens }, claims]) => {
      const weighed = weigh(tokens, rarity)
      return claims.flatMap(({ claim }) => {
        const inLanguages = (byClaim.get(claim) ?? []).map(({ text, weighed: words }) => {
          return { claim, sentence, text, ...overlapOf(weighed, words) }
        })
        return inLanguages.toSorted((a, b) => b.score - a.score).slice(0, 1)
      })
    },
  )
  return judged
    .flat()
    .filter(({ score, contained }) => score >= least.score && contained >= least.contained)
}

/** A claim that shares much with a sentence. */
interface Close {
  readonly claim: ClaimId
  readonly asked: AskedSentence
}

/** The claims that share most with each of some sentences, in one statement for all of them. */
async function findClose(
  db: Db,
  asked: readonly AskedSentence[],
  { each, rarity }: { readonly each: number; readonly rarity: Rarity },
): Promise<readonly Close[]> {
  const sent = await mapInSlices(asked, ({ tokens }, nth) => {
    const all = [...tokens]
    return { nth, ...candidateQueries(all, rarity, each), telling: tellingOf(all, rarity) }
  })
  const closest = Math.max(
    closestMin,
    Math.min(closestMax, Math.floor(closestOfAll / Math.max(1, asked.length))),
  )
  const { rows } = await sql<{ nth: number; claim: ClaimId }>`
    with asked as materialized (
      select nth, alone::tsquery, together::tsquery, telling::tsquery
      from json_to_recordset(${JSON.stringify(sent)}::json) as asked (
        nth integer, alone text, together text, telling text
      )
    )
    select asked.nth, close.claim_id as claim
    from asked cross join lateral (
      select candidate.claim_id
      from (
        (select claim_id, tokens from claim_search where tokens @@ asked.alone limit ${each})
        union all
        (
          select claim_id, tokens from claim_search
          where tokens @@ asked.together and not tokens @@ asked.alone limit ${each * 2}
        )
      ) as candidate
      join claim on claim.id = candidate.claim_id
        and claim.voided_at is null and claim.merged_into is null
      order by ts_rank('{1, 1, 1, 1}', candidate.tokens, asked.telling) desc, candidate.claim_id
      limit ${closest}
    ) as close
  `.execute(db)
  return rows.flatMap(({ nth, claim }) => {
    const of = asked[nth]
    return of ? [{ claim, asked: of }] : []
  })
}

/**
 * The half of the tokens that says most. The database ranks by how many of them a claim has, which is
 * much quicker than adding up what every token says.
 */
function tellingOf(tokens: readonly string[], rarity: Rarity): string {
  const ordered = [...weigh(tokens, rarity).tokens].toSorted(([, a], [, b]) => b - a)
  return ordered
    .slice(0, Math.ceil(ordered.length / 2))
    .map(([token]) => `'${token}'`)
    .join(' | ')
}
