import type { ClaimId } from '../../domain/ids.ts'
import { mapInSlices } from '../../formats/in-slices.ts'
import type { ClaimView } from '../../views/claim.ts'
import { agreementOf } from '../matching/compare.ts'
import { statementOf, type Statement } from '../matching/statement.ts'
import type { CheckedSentence, DraftOnRecord, Found } from './draft-on-record.ts'
import { figureFindings } from './figures-of-draft.ts'
import { isFlatStatement, isHearsay } from './hearsay.ts'
import { missingAnswers } from './missing-answers.ts'
import { isOnlyRelay } from './only-relays.ts'
import { isOnRecord, quotationsIn } from './quotations.ts'

/** So much of a claim is in a sentence that may quote it with other words. */
export const changedMin = 0.5

/** What is found in each sentence of a draft, in the order of the sentences. */
export async function findIn(draft: DraftOnRecord): Promise<readonly (readonly Found[])[]> {
  const missing = missingAnswers(draft)
  const figures = await figureFindings(draft, draft.sentences)
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
  const words = [claim.text ?? '', ...claim.texts.map((one) => one.text)]
  return isHearsay(claim) && isFlatStatement(text, words)
    ? [{ code: 'hearsay-dropped', claim: claim.id }]
    : []
}

function onlyRelays({ reportedAs }: DraftOnRecord, { id }: ClaimView): readonly Found[] {
  return isOnlyRelay(reportedAs.get(id) ?? []) ? [{ code: 'only-relay', claim: id }] : []
}

/**
 * Quotations in a sentence that neither the claim which it repeats nor any quote on record has, from
 * the reports of the claim and those that the sentence cites. A changed quotation may be all that keeps
 * the sentence from repeating the claim.
 */
function quotesNotFound(draft: DraftOnRecord, sentence: CheckedSentence): readonly Found[] {
  const repeated = new Set(repeatedIn(draft, sentence))
  const near = sentence.claims.flatMap(({ isAboutSame, covered, like }) => {
    const view = draft.claims.get(like.claim)
    return view && isAboutSame && covered >= changedMin ? [view] : []
  })
  return quotationsIn(sentence.text).flatMap(({ words: quoted, place }): Found[] => {
    const said = statementOf(quoted)
    const claims = [...repeated].concat(near.filter((claim) => isVariant(said, claim)))
    const [first] = claims
    return first && !mayBeQuoted(draft, { sentence, claims, quoted })
      ? [{ code: 'quote-not-found', claim: first.id, place }]
      : []
  })
}

/** Whether a quotation has much of what a claim says. */
function isVariant(said: Statement, { text, texts }: ClaimView): boolean {
  return [text ?? '', ...texts.map((one) => one.text)].some(
    (each) => agreementOf(said, statementOf(each)).covered >= changedMin,
  )
}

interface Quoted {
  readonly sentence: CheckedSentence
  readonly claims: readonly ClaimView[]
  readonly quoted: string
}

/** Of a report with too many quotes, none is known. */
function mayBeQuoted({ quotes }: DraftOnRecord, { sentence, claims, quoted }: Quoted): boolean {
  const reports = new Set([
    ...sentence.reports,
    ...claims.flatMap(({ citations }) => citations.map(({ report }) => report.id)),
  ])
  const known = [...reports].map((report) => quotes.get(report))
  if (known.length === 0 || known.includes(undefined)) return true
  const words = claims.flatMap(({ text, texts }) => [text ?? '', ...texts.map((one) => one.text)])
  return isOnRecord(quoted, [...known.flatMap((each) => each ?? []), ...words]) !== false
}
