import type { ClaimId } from '../../domain/ids.ts'
import { worldTimeOf } from '../../domain/world-time.ts'
import { comparisonKey, type FigureClaim } from '../../engine/figures/figures.ts'
import { mapInSlices } from '../../formats/in-slices.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'
import { areApart, conflict, figureInPlace } from './figure-drift.ts'

/** So many figures of the same thing are compared with each other. */
const comparedMax = 200

/**
 * Figures of a draft that differ from the record: a sentence has the words of a claim with another
 * figure, or two sentences repeat claims whose figures cannot both hold. That one of them answers the
 * other is no contradiction of the draft.
 */
export async function figureFindings(
  { claims, answeredBy }: DraftOnRecord,
  sentences: readonly CheckedSentence[],
): Promise<ReadonlyMap<CheckedSentence, readonly Found[]>> {
  const figures = new Map([...claims.values()].flatMap(figureClaimOf))
  const repeatedIn = Map.groupBy(
    sentences.flatMap((sentence) =>
      sentence.claims.flatMap(({ match, like }) =>
        match === 'repeats' ? [{ sentence, claim: like.claim }] : [],
      ),
    ),
    ({ claim }) => claim,
  )
  const given = [...figures.values()].filter(({ claim }) => repeatedIn.has(claim))
  const comparable = Map.groupBy(given, ({ figure }) => comparisonKey(figure))
  const isAnswer = (one: ClaimId, other: ClaimId) =>
    answeredBy.get(one)?.has(other) === true || answeredBy.get(other)?.has(one) === true
  const isElsewhere = (one: ClaimId, other: ClaimId) => {
    const places = new Set(
      [one, other].flatMap((claim) =>
        (repeatedIn.get(claim) ?? []).map(({ sentence }) => sentence),
      ),
    )
    return places.size > 1
  }
  const against = new Map(
    (
      await mapInSlices(given, (one) => {
        const other = (comparable.get(comparisonKey(one.figure)) ?? [])
          .slice(0, comparedMax)
          .find(
            (each) =>
              conflict(one, each) &&
              !isAnswer(one.claim, each.claim) &&
              isElsewhere(one.claim, each.claim),
          )
        return other ? [[one.claim, other.claim] as const] : []
      })
    ).flat(),
  )
  const found = await mapInSlices(sentences, (sentence) => {
    const drifted = driftIn(sentence, figures)
    const contradicted = sentence.claims.flatMap(({ match, like }): Found[] => {
      const other = match === 'repeats' ? against.get(like.claim) : undefined
      return other === undefined ? [] : [{ code: 'figure-drift', claim: like.claim, other }]
    })
    return [sentence, [...drifted, ...contradicted]] as const
  })
  return new Map(found)
}

function figureClaimOf(view: ClaimView): readonly (readonly [ClaimId, FigureClaim])[] {
  const { id: claim, about, assertedAt, figure } = view
  if (figure === null || view.statusGroup === null) return []
  const subjects = about.map(({ id }) => id)
  return [[claim, { claim, about: subjects, assertedAt: worldTimeOf(assertedAt), figure }]]
}

function driftIn(
  { text, claims }: CheckedSentence,
  figures: ReadonlyMap<ClaimId, FigureClaim>,
): readonly Found[] {
  const worded = claims.flatMap(({ isWorded, text: claimText, like }) => {
    const own = figures.get(like.claim)
    if (!own || !isWorded) return []
    const found = figureInPlace(text, { text: claimText, figure: own.figure })
    return found ? [{ own, place: found.place, said: { ...own, figure: found.figure } }] : []
  })
  // What one claim has as it is said, drifted from no other.
  const isOnRecord = worded.some(({ own, said }) => !areApart(asAnother(said), own))
  return isOnRecord
    ? []
    : worded.map(({ own, place }) => ({ code: 'figure-drift', claim: own.claim, place }))
}

/** Figures of one claim are not compared. */
function asAnother(figure: FigureClaim): FigureClaim {
  return { ...figure, claim: `${figure.claim} as said` }
}
