import type { ClaimId } from '../../domain/ids.ts'
import { worldTimeOf } from '../../domain/world-time.ts'
import type { FigureClaim } from '../../engine/figures/figures.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'
import { areApart, conflict, figureInPlace } from './figure-drift.ts'

/** So much of the words of a claim is in a sentence that has them with another figure. */
const wordedMin = 0.8

/**
 * Figures of a draft that differ from the record: a sentence has the words of a claim with another
 * figure, or two sentences repeat claims whose figures cannot both hold.
 */
export function figureFindings(
  { claims }: DraftOnRecord,
  sentences: readonly CheckedSentence[],
): ReadonlyMap<CheckedSentence, readonly Found[]> {
  const figures = new Map([...claims.values()].flatMap(figureClaimOf))
  const repeated = new Set(
    sentences.flatMap((sentence) =>
      sentence.claims.flatMap(({ match, like }) => (match === 'repeats' ? [like.claim] : [])),
    ),
  )
  const given = [...figures.values()].filter(({ claim }) => repeated.has(claim))
  const against = new Map<ClaimId, ClaimId>()
  for (const one of given)
    for (const other of given)
      if (!against.has(one.claim) && conflict(one, other)) against.set(one.claim, other.claim)
  return new Map(
    sentences.map((sentence) => {
      const drifted = driftIn(sentence, figures)
      const contradicted = sentence.claims.flatMap(({ match, like }): Found[] => {
        const other = match === 'repeats' ? against.get(like.claim) : undefined
        return other === undefined ? [] : [{ code: 'figure-drift', claim: like.claim, other }]
      })
      return [sentence, [...drifted, ...contradicted]]
    }),
  )
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
  const worded = claims.flatMap(({ isAboutSame, like }) => {
    const own = figures.get(like.claim)
    if (!own || !isAboutSame || like.worded < wordedMin) return []
    const found = figureInPlace(text, { text: like.text, figure: own.figure })
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
