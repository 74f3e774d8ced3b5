import type { ClaimId } from '../../domain/ids.ts'
import { mapInSlices } from '../../formats/in-slices.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'
import { figureFindings } from './figures-of-draft.ts'
import { isFlatStatement, isHearsay } from './hearsay.ts'
import { missingAnswers } from './missing-answers.ts'
import { isOnlyRelay } from './only-relays.ts'
import { isOnRecord, quotationsIn } from './quotations.ts'

/** What is found in each sentence of a draft, in the order of the sentences. */
export async function findIn(draft: DraftOnRecord): Promise<readonly (readonly Found[])[]> {
  const missing = missingAnswers(draft)
  const figures = figureFindings(draft, draft.sentences)
  return mapInSlices(draft.sentences, (sentence) => [
    ...repeatedIn(draft, sentence).flatMap((claim) => closedCited(claim)),
    ...(missing.get(sentence) ?? []),
    ...(figures.get(sentence) ?? []),
    ...quotesNotFound(draft, sentence),
    ...repeatedIn(draft, sentence).flatMap((claim) => [
      ...hearsayDropped(sentence, claim),
      ...onlyRelays(draft, claim),
    ]),
  ])
}

/** What citing a claim that its speaker took back or replaced is found to be. */
export function closedCited({ id: claim, status, explanation }: ClaimView): readonly Found[] {
  if (status === 'withdrawn') return [{ code: 'withdrawn-cited', claim }]
  if (status !== 'corrected') return []
  const other = explanation?.cites[0]
  return [{ code: 'corrected-cited', claim, ...(other !== undefined && { other }) }]
}

/** The claims that a sentence repeats, without those whose replacement it repeats as well. */
function repeatedIn({ claims }: DraftOnRecord, sentence: CheckedSentence): readonly ClaimView[] {
  const scores = new Map<ClaimId, number>(
    sentence.claims.map(({ like }) => [like.claim, like.score]),
  )
  return sentence.claims.flatMap(({ match, like }) => {
    const view = claims.get(like.claim)
    if (match !== 'repeats' || !view) return []
    const [replacement] = closedCited(view)
    const other = replacement?.other
    const isReplaced = other !== undefined && (scores.get(other) ?? 0) >= like.score
    return isReplaced ? [] : [view]
  })
}

function hearsayDropped({ text }: CheckedSentence, claim: ClaimView): readonly Found[] {
  return isHearsay(claim) && isFlatStatement(text)
    ? [{ code: 'hearsay-dropped', claim: claim.id }]
    : []
}

function onlyRelays({ reportedAs }: DraftOnRecord, { id }: ClaimView): readonly Found[] {
  return isOnlyRelay(reportedAs.get(id) ?? []) ? [{ code: 'only-relay', claim: id }] : []
}

/**
 * Quotations in a sentence that neither the claim which it repeats nor any quote on record has, from
 * the reports of the claim and those that the sentence cites.
 */
function quotesNotFound(draft: DraftOnRecord, sentence: CheckedSentence): readonly Found[] {
  const claims = repeatedIn(draft, sentence)
  const [first] = claims
  if (!first) return []
  const reports = new Set([
    ...sentence.reports,
    ...claims.flatMap(({ citations }) => citations.map(({ report }) => report.id)),
  ])
  // Of a report with too many quotes, none is known.
  const known = [...reports].map((report) => draft.quotes.get(report))
  if (known.length === 0 || known.includes(undefined)) return []
  const words = claims.flatMap(({ text, texts }) => [text ?? '', ...texts.map((one) => one.text)])
  const onRecord = [...known.flatMap((quotes) => quotes ?? []), ...words]
  return quotationsIn(sentence.text).flatMap(({ words: quoted, place }) =>
    isOnRecord(quoted, onRecord) === false
      ? [{ code: 'quote-not-found', claim: first.id, place }]
      : [],
  )
}
