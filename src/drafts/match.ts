import { foldText } from '../domain/fold-text.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { findLikeSentences, sentencesToCompare, type LikeSentence } from '../store/alike.ts'
import type { Db } from '../store/database/db.ts'
import { loadQuotesOf } from '../store/quotes-of-claims.ts'
import { loadSubjectNames } from '../store/subject-names.ts'
import type { MatchedClaim } from './findings/draft-on-record.ts'
import { hasWords } from './findings/quotations.ts'

/** The sentences of a draft that are like claims, in order. */
export interface MatchedSentences {
  /** How many sentences the draft has. */
  readonly count: number
  readonly matched: readonly {
    readonly sentence: LikeSentence['sentence']
    readonly claims: readonly MatchedClaim[]
  }[]
}

/** So much of the words of a claim is in a sentence that repeats it. */
const coveredMin = 0.7
/** Sentences that have less in common are not called similar. */
const similarMin = 0.3
/** With another figure, it is still like the claim. */
const wordedMin = 0.8
/** How many claims one sentence is said to be like. */
const claimsMax = 3

export async function matchSentences(db: Db, text: string): Promise<MatchedSentences> {
  const asked = await sentencesToCompare(text)
  const like = await findLikeSentences(db, asked)
  const claims = [...new Set(like.map(({ claim }) => claim))]
  const [quotes, subjects] = await Promise.all([
    loadQuotesOf(db, claims),
    loadSubjectNames(db, claims),
  ])
  const quotesBy = Map.groupBy(quotes, ({ claim }) => claim)
  const namesBy = Map.groupBy(
    subjects.map(({ claim, names }) => ({ claim, names: names.map(foldText).filter(Boolean) })),
    ({ claim }) => claim,
  )
  const bySentence = Map.groupBy(like, ({ sentence }) => sentence)
  const matched = await mapInSlices([...bySentence], ([sentence, found]) => {
    const judged = found.flatMap((one) => {
      const quoted = quotesBy.get(one.claim) ?? []
      const isQuoted = quoted.some(({ quote }) => hasWords(sentence.text, quote))
      const named = (namesBy.get(one.claim) ?? []).map(({ names }) => names)
      const match = matchOf(one, isQuoted, named)
      return match === undefined ? [] : [{ ...match, like: one }]
    })
    return { sentence, claims: judged.toSorted(nearerFirst).slice(0, claimsMax) }
  })
  return { count: asked.length, matched: matched.filter((each) => each.claims.length > 0) }
}

function matchOf(
  like: LikeSentence,
  isQuoted: boolean,
  subjects: readonly (readonly string[])[],
): Omit<MatchedClaim, 'like'> | undefined {
  const isRepeated = isQuoted || (like.covered >= coveredMin && like.score >= similarMin)
  if (!isRepeated && like.score < similarMin && like.worded < wordedMin) return undefined
  const isAboutSame = namesThem(like, subjects)
  if (isRepeated && isAboutSame) return { match: 'repeats', isAboutSame }
  return isAboutSame || like.score >= similarMin ? { match: 'similar', isAboutSame } : undefined
}

/** Whether a sentence names, by whatever name, everybody whom the claim is about and names. */
function namesThem(
  { sentence, text }: LikeSentence,
  subjects: readonly (readonly string[])[],
): boolean {
  const [said, given] = [foldText(text), foldText(sentence.text)]
  return subjects.every((names) => !isNamedIn(names, said) || isNamedIn(names, given))
}

function isNamedIn(names: readonly string[], words: string): boolean {
  return names.some((name) => hasName(words, name))
}

/** A name in Latin letters is a whole word; particles follow one in Hangul. */
function hasName(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) {
    const [before, after] = [words.charAt(at - 1), words.charAt(at + name.length)]
    const isPart = /[a-z]$/.test(name) && /[a-z]/.test(after)
    if (!isPart && !(/^[a-z]/.test(name) && /[a-z]/.test(before))) return true
  }
  return false
}

function nearerFirst(a: MatchedClaim, b: MatchedClaim): number {
  const order = Number(b.match === 'repeats') - Number(a.match === 'repeats')
  return order || b.like.score - a.like.score || (a.like.claim < b.like.claim ? -1 : 1)
}
