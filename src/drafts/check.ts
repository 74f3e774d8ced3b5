import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from '../store/database/db.ts'
import { findCited, type CitedReport } from './cited.ts'
import type { CheckedSentence } from './findings/draft-on-record.ts'
import { changedMin, closedCited, findIn } from './findings/find.ts'
import { quotationsIn } from './findings/quotations.ts'
import { listChecked } from './list-checked.ts'
import { matchSentences } from './match.ts'
import { loadRecordOf } from './record-of-claims.ts'
import { loadReported } from './reported.ts'
import type { Place, SentDraft } from './reading/draft.ts'
import { readDraft } from './reading/read-draft.ts'
import { placeIn } from './reading/words-read.ts'
import type { DraftCheckView } from './view.ts'

/**
 * What the record has on each sentence and each address of a draft. Nothing of the draft is kept, and
 * no address in it is fetched. Everything is found before anything is left out of the lists.
 *
 * @throws {DomainError} `invalid` if the draft cannot be read
 */
export async function checkDraft(
  db: Db,
  sent: SentDraft,
  language: DisplayLanguage,
): Promise<DraftCheckView> {
  const draft = await readDraft(sent)
  const [{ asked, matched, names, isComplete }, cited] = await Promise.all([
    matchSentences(db, draft.text),
    findCited(db, draft.addresses),
  ])
  const sentences = matched.map(({ sentence, nth, claims }): CheckedSentence => {
    const place = placeIn(draft, sentence)
    return {
      nth,
      place: sentence,
      text: sentence.text,
      claims,
      reports: reportsIn(place, cited.pages),
    }
  })
  const judged = judgedOf(sentences, cited.pages)
  const record = await loadRecordOf(db, judged, language)
  const claims = new Map([...record.presented].map(([id, { view }]) => [id, view]))
  const quoting = new Set(
    sentences.flatMap(({ text, claims: like }) =>
      quotationsIn(text).length > 0 ? like.map(({ like: { claim } }) => claim) : [],
    ),
  )
  const reported = await loadReported(db, [...claims.values()], { pages: cited.pages, quoting })
  const found = await findIn({
    draft: asked.map(({ text }) => text),
    sentences,
    claims,
    names,
    answers: record.answers.ofParties,
    answeredBy: record.answers.ofOthers,
    ...reported,
  })
  const ofPages = cited.pages.map((page) =>
    page.claims.flatMap((id) => {
      const view = claims.get(id)
      return view ? closedCited(view) : []
    }),
  )
  const listed = await listChecked(db, {
    draft,
    language,
    record,
    sentences: sentences.map((sentence, nth) => ({ sentence, found: found[nth] ?? [] })),
    pages: cited.pages.map((page, nth) => ({ page, found: ofPages[nth] ?? [] })),
  })
  return {
    ...listed,
    counts: {
      sentences: asked.length,
      addresses: draft.addresses.length,
      findings: [...found, ...ofPages].reduce((sum, each) => sum + each.length, 0),
    },
    unread: [...draft.unread],
    complete: isComplete && cited.isComplete && record.isWhole,
  }
}

/** The reports whose addresses stand in a sentence. */
function reportsIn({ start, end }: Place, cited: readonly CitedReport[]): readonly string[] {
  return cited
    .filter(({ cited: { place } }) => place.start >= start && place.end <= end)
    .flatMap(({ reports }) => reports)
}

/**
 * The claims in which something may be found: those that are repeated, or would be but for a figure or a
 * quotation, and those that are cited. What was taken back or answered comes first.
 */
function judgedOf(
  sentences: readonly CheckedSentence[],
  pages: readonly CitedReport[],
): readonly ClaimId[] {
  const matched = sentences.flatMap(({ text, claims }) => {
    const isQuoting = quotationsIn(text).length > 0
    return claims.filter(
      ({ match, isWorded, isAboutSame, covered }) =>
        match === 'repeats' || isWorded || (isQuoting && isAboutSame && covered >= changedMin),
    )
  })
  const contested = matched.filter(({ like }) => like.isContested)
  return [
    ...new Set([
      ...contested.map(({ like }) => like.claim),
      ...pages.flatMap(({ closed }) => [...closed]),
      ...matched.map(({ like }) => like.claim),
      ...pages.flatMap(({ claims }) => claims),
    ]),
  ]
}
