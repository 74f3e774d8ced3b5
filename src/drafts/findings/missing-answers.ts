import type { ClaimId } from '../../domain/ids.ts'
import type { Fit } from '../../domain/kinds.ts'
import type { PartyAnswer } from '../../store/party-answers.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'

/** What confirms a claim or leaves it open is no answer to miss. The nearest to the claim first. */
const touching: readonly Fit[] = ['meets', 'partly', 'other_point']

/**
 * The answers of parties to claims of which no sentence of the draft has the words, one for each party
 * of which the draft has no answer at all; each at the sentence that is most like the claim.
 */
export function missingAnswers(
  draft: DraftOnRecord,
): ReadonlyMap<CheckedSentence, readonly Found[]> {
  const found = new Map<CheckedSentence, Found[]>()
  for (const [claim, sentence] of mostLike(draft.sentences)) {
    const view = draft.claims.get(claim)
    if (!view || view.statusGroup === null || view.statusGroup === 'closed') continue
    for (const { fit, claim: other } of missing(
      draft.answers.get(claim) ?? [],
      toldBeside(claim, draft.sentences),
    )) {
      const each: Found = { code: 'answer-missing', claim, other, ...(fit && { fit }) }
      found.set(sentence, [...(found.get(sentence) ?? []), each])
    }
  }
  return found
}

/**
 * The claims that sentences are like, but for a sentence that repeats the claim which they answer: it
 * shares words with every answer.
 */
function toldBeside(claim: ClaimId, sentences: readonly CheckedSentence[]): ReadonlySet<ClaimId> {
  return new Set(
    sentences.flatMap(({ claims }) => {
      const isRepeated = claims.some(
        ({ match, like }) => match === 'repeats' && like.claim === claim,
      )
      const told = isRepeated ? claims.filter(({ match }) => match === 'repeats') : claims
      return told.map(({ like }) => like.claim)
    }),
  )
}

function missing(answers: readonly PartyAnswer[], there: ReadonlySet<ClaimId>): PartyAnswer[] {
  const byParty = Map.groupBy(answers.filter(touches), ({ claim, speaker }) => speaker?.id ?? claim)
  return [...byParty.values()].flatMap((given) =>
    given.some(({ claim }) => there.has(claim)) ? [] : given.toSorted(nearerFirst).slice(0, 1),
  )
}

function touches({ fit, text }: PartyAnswer): boolean {
  return fit !== null && touching.includes(fit) && text !== null
}

function nearerFirst(a: PartyAnswer, b: PartyAnswer): number {
  return placeOf(a) - placeOf(b)
}

function placeOf({ fit }: PartyAnswer): number {
  return fit === null ? touching.length : touching.indexOf(fit)
}

/** The claims that are repeated, each with the sentence that is most like it. */
function mostLike(sentences: readonly CheckedSentence[]): ReadonlyMap<ClaimId, CheckedSentence> {
  const best = new Map<ClaimId, { sentence: CheckedSentence; score: number }>()
  for (const sentence of sentences)
    for (const { match, like } of sentence.claims)
      if (match === 'repeats' && like.score > (best.get(like.claim)?.score ?? 0))
        best.set(like.claim, { sentence, score: like.score })
  return new Map([...best].map(([claim, { sentence }]) => [claim, sentence]))
}
