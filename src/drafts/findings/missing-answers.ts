import { foldText } from '../../domain/fold-text.ts'
import type { ClaimId } from '../../domain/ids.ts'
import type { Fit } from '../../domain/kinds.ts'
import type { PartyAnswer } from '../../store/party-answers.ts'
import { isNamedIn } from '../matching/names.ts'
import { tellsOfDenial } from '../matching/polarity.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'

/** What confirms a claim or leaves it open is no answer to miss. The nearest to the claim first. */
const touching: readonly Fit[] = ['meets', 'partly', 'other_point']

/** A sentence with so much of an answer may tell it in other words. */
const toldMin = 0.35
/** So near a claim, a denial by a party that it is about answers it. */
const nearby = 2

/**
 * The answers of parties to claims that a draft neither has the words of nor mentions, one for each
 * party, at each sentence that repeats the claim.
 */
export function missingAnswers(
  draft: DraftOnRecord,
): ReadonlyMap<CheckedSentence, readonly Found[]> {
  const found = new Map<CheckedSentence, Found[]>()
  const toldIn = sentencesBy(draft.sentences)
  for (const [claim, matches] of toldIn) {
    const repeating = matches.filter(({ match }) => match.match === 'repeats')
    const view = draft.claims.get(claim)
    if (repeating.length === 0 || !view) continue
    if (view.statusGroup === null || view.statusGroup === 'closed') continue
    const own = new Set(repeating.map(({ sentence }) => sentence))
    const isTold = ({ claim: answer }: PartyAnswer) =>
      (toldIn.get(answer) ?? []).some(
        ({ sentence, match: { match, covered } }) =>
          match === 'repeats' || (covered >= toldMin && !own.has(sentence)),
      )
    const missing = missingOf(draft.answers.get(claim) ?? [], isTold)
    if (missing.length === 0) continue
    for (const sentence of own) {
      if (isDeniedNear(draft, sentence, claim)) continue
      const each = missing.map(({ fit, claim: other }): Found => {
        return { code: 'answer-missing', claim, other, ...(fit && { fit }) }
      })
      found.set(sentence, [...(found.get(sentence) ?? []), ...each])
    }
  }
  return found
}

/** Where each claim is matched. */
function sentencesBy(sentences: readonly CheckedSentence[]) {
  return Map.groupBy(
    sentences.flatMap((sentence) => sentence.claims.map((match) => ({ sentence, match }))),
    ({ match }) => match.like.claim,
  )
}

/** Whether a sentence beside it says that a party which the claim is about denies something. */
function isDeniedNear(
  { draft, names }: DraftOnRecord,
  { nth }: CheckedSentence,
  claim: ClaimId,
): boolean {
  return draft
    .slice(Math.max(0, nth - nearby), nth + nearby + 1)
    .some((text) => tellsOfDenial(text) && isParty(text, names.get(claim) ?? []))
}

function isParty(text: string, names: readonly string[]): boolean {
  const folded = foldText(text)
  return isNamedIn(names, folded) || /회사|당사자|측은|\b(?:company|firm|spokes\w+)\b/u.test(folded)
}

function missingOf(
  answers: readonly PartyAnswer[],
  isTold: (answer: PartyAnswer) => boolean,
): readonly PartyAnswer[] {
  const byParty = Map.groupBy(answers.filter(touches), ({ claim, speaker }) => speaker?.id ?? claim)
  return [...byParty.values()].flatMap((given) =>
    given.some(isTold) ? [] : given.toSorted(nearerFirst).slice(0, 1),
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
