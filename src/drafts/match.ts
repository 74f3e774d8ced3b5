import { foldText } from '../domain/fold-text.ts'
import type { ClaimId } from '../domain/ids.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import {
  findLikeSentences,
  moreLikeFirst,
  sentencesToCompare,
  type LikeSentence,
} from '../store/alike.ts'
import type { Db } from '../store/database/db.ts'
import { loadQuotesOf } from '../store/quotes-of-claims.ts'
import { loadSubjectNames } from '../store/subject-names.ts'
import type { MatchedClaim } from './findings/draft-on-record.ts'
import { Judge } from './judge.ts'

/** The sentences of a draft, and those that are like claims, in order. */
export interface MatchedSentences {
  /** All sentences. */
  readonly asked: readonly LikeSentence['sentence'][]
  readonly matched: readonly {
    readonly sentence: LikeSentence['sentence']
    readonly nth: number
    readonly claims: readonly MatchedClaim[]
  }[]
  /** What those are called whom a claim is about, folded. */
  readonly names: ReadonlyMap<ClaimId, readonly string[]>
  /** Whether every claim was looked at that may be repeated. */
  readonly isComplete: boolean
}

export async function matchSentences(db: Db, text: string): Promise<MatchedSentences> {
  const asked = await sentencesToCompare(text)
  const { like, cut } = await findLikeSentences(db, asked)
  const claims = [...new Set(like.map(({ claim }) => claim))]
  const [quotes, subjects] = await Promise.all([
    loadQuotesOf(db, claims),
    loadSubjectNames(db, claims),
  ])
  const named = Map.groupBy(
    subjects.map(({ claim, names }) => ({ claim, names: names.map(foldText).filter(Boolean) })),
    ({ claim }) => claim,
  )
  const judge = new Judge(
    Map.groupBy(quotes, ({ claim }) => claim),
    named,
  )
  const judged = await mapInSlices(like, (one) => ({ one, match: judge.match(one) }))
  const found = judged.flatMap(({ match }) => match ?? [])
  const bySentence = Map.groupBy(found, ({ like: { sentence } }) => sentence)
  return {
    asked: asked.map(({ sentence }) => sentence),
    matched: asked.flatMap(({ sentence }, nth) => {
      const matches = bySentence.get(sentence)
      return matches ? [{ sentence, nth, claims: matches.toSorted(nearerFirst) }] : []
    }),
    names: new Map([...named].map(([claim, each]) => [claim, each.flatMap(({ names }) => names)])),
    isComplete:
      cut.size === 0 && !found.some((each) => each.match === 'repeats' && each.like.isLast),
  }
}

function nearerFirst(a: MatchedClaim, b: MatchedClaim): number {
  const order = Number(b.match === 'repeats') - Number(a.match === 'repeats')
  return order || moreLikeFirst(a.like, b.like)
}
