import type { ClaimId } from '../domain/ids.ts'
import { comparedTokens, overlapOf, weigh, type Overlap } from '../domain/search/overlap.ts'
import { blocksOf, sentencesOf, type Sentence } from '../domain/search/sentences.ts'
import { mapInSlices, runInSlices } from '../formats/in-slices.ts'
import { findClose, type AskedSentence, type Limits } from './close-claims.ts'
import { loadClaimTexts } from './compared-texts.ts'
import type { Db } from './database/db.ts'
import { loadRarity } from './token-rarity.ts'

/** A sentence of a text that shares words with a claim. */
export interface LikeSentence extends Overlap {
  readonly claim: ClaimId
  readonly sentence: Sentence
  /** The words of the claim that it is most like: its own, or a translation. */
  readonly text: string
  /** Its words in every language. */
  readonly texts: readonly string[]
  /** Whether it was taken back or replaced, or somebody answered it. */
  readonly isContested: boolean
  /** Whether the record may have more claims of which the sentence has as much. */
  readonly isLast: boolean
  /** Whether it is a figure. */
  readonly isFigure: boolean
}

/** What some sentences share with claims. */
export interface LikeSentences {
  readonly like: readonly LikeSentence[]
  /** Sentences for which the record may have more claims like these than were looked at. */
  readonly cut: ReadonlySet<Sentence>
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

/** How many of the claims most like a sentence are looked at closely, if it is one of few or of many. */
const [closestMax, closestMin] = [40, 6]
/** For all sentences together. */
const closestSum = 1_200
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
  const { like } = await findLikeSentences(db, await sentencesToCompare(text), { compared })
  for (const one of like)
    if (isLike(one, leastListed) && one.told > (best.get(one.claim)?.told ?? 0))
      best.set(one.claim, one)
  return [...best.values()]
    .toSorted((a, b) => b.told - a.told || moreLikeFirst(a, b))
    .slice(0, limit)
}

/** Whether a sentence is like a claim, and not only a heading that many claims contain. */
export function isLike({ score, contained }: Overlap, least = leastAlike): boolean {
  return score >= least.score && contained >= least.contained
}

/** Of claims with the same words, those that were answered or taken back first. */
export function moreLikeFirst(a: LikeSentence, b: LikeSentence): number {
  const order = b.score - a.score || Number(b.isContested) - Number(a.isContested)
  return order || (a.claim < b.claim ? -1 : 1)
}

/** The sentences of a text that have anything to compare, in order. */
export async function sentencesToCompare(text: string): Promise<readonly AskedSentence[]> {
  const asked: AskedSentence[] = []
  await runInSlices(addAsked(asked, text))
  return asked
}

/** The claims that share most with each of some sentences, in their order. */
export async function findLikeSentences(
  db: Db,
  asked: readonly AskedSentence[],
  { compared = comparedMax } = {},
): Promise<LikeSentences> {
  const each = within(compared / asked.length, eachMin, eachMax)
  const closest = within(closestSum / asked.length, closestMin, closestMax)
  const like: LikeSentence[] = []
  const cut = new Set<Sentence>()
  for (let from = 0; from < asked.length; from += chunkSize) {
    const some = await judgeSome(db, asked.slice(from, from + chunkSize), { each, closest })
    like.push(...some.like)
    for (const sentence of some.cut) cut.add(sentence)
  }
  return { like, cut }
}

function within(wanted: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, Math.floor(wanted)))
}

function* addAsked(asked: AskedSentence[], text: string): Generator<undefined, void> {
  for (const block of blocksOf(text))
    for (const sentence of sentencesOf(block)) {
      const tokens = comparedTokens(sentence.text)
      if (tokens.size > 0) asked.push({ sentence, tokens })
      yield
    }
}

/** What some sentences share with the claims that share most with them. */
async function judgeSome(
  db: Db,
  asked: readonly AskedSentence[],
  limits: Limits,
): Promise<LikeSentences> {
  const ofSentences = await loadRarity(db, new Set(asked.flatMap(({ tokens }) => [...tokens])))
  const { close, cut } = await findClose(db, asked, { ...limits, rarity: ofSentences })
  const texts = await loadClaimTexts(db, new Set(close.map(({ claim }) => claim)))
  // Many claims may have the same words.
  const distinct = [...new Set(texts.map(({ text }) => text))]
  const compared = await mapInSlices(distinct, (text) => [text, comparedTokens(text)] as const)
  const all = new Set([
    ...asked.flatMap(({ tokens }) => [...tokens]),
    ...compared.flatMap(([, tokens]) => [...tokens]),
  ])
  const rarity = await loadRarity(db, all)
  const weighed = new Map(
    await mapInSlices(compared, ([text, tokens]) => [text, weigh(tokens, rarity)] as const),
  )
  const byClaim = Map.groupBy(texts, ({ claim }) => claim)
  const judged = await mapInSlices(
    [...Map.groupBy(close, (one) => one.asked)],
    ([{ sentence, tokens }, claims]) => {
      const own = weigh(tokens, rarity)
      const overlaps = new Map<string, Overlap>()
      return claims.flatMap(({ claim, isContested, isFigure, isLast }) => {
        const said = (byClaim.get(claim) ?? []).map(({ text }) => text)
        const inLanguages = said.flatMap((text) => {
          const words = weighed.get(text)
          const overlap = overlaps.get(text) ?? (words && overlapOf(own, words))
          if (!overlap) return []
          overlaps.set(text, overlap)
          return [{ claim, sentence, text, texts: said, isContested, isFigure, isLast, ...overlap }]
        })
        return inLanguages.toSorted((a, b) => b.score - a.score).slice(0, 1)
      })
    },
  )
  return { like: judged.flat(), cut }
}
