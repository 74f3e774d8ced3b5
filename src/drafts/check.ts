import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { wordsAmong } from '../domain/search/overlap.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { Db } from '../store/database/db.ts'
import { presentClaims } from '../views/present-claims.ts'
import { loadAnswers } from './answers.ts'
import { findCited, type CitedReport } from './cited.ts'
import { findingWords } from './finding-words.ts'
import type { CheckedSentence, Found } from './findings/draft-on-record.ts'
import { closedCited, findIn } from './findings/find.ts'
import { matchSentences } from './match.ts'
import { loadReported } from './reported.ts'
import type { Place, SentDraft } from './reading/draft.ts'
import { readDraft } from './reading/read-draft.ts'
import { placeIn } from './reading/words-read.ts'
import type { CheckedItemView, DraftCheckView, FindingView } from './view.ts'

/** How many sentences and addresses one answer lists. */
const itemsMax = 500
/** How many claims one answer shows. */
const claimsMax = 150

/**
 * What the record has on each sentence and each address of a draft. Nothing of the draft is kept, and
 * no address in it is fetched.
 *
 * @throws {DomainError} `invalid` if the draft cannot be read
 */
export async function checkDraft(
  db: Db,
  sent: SentDraft,
  language: DisplayLanguage,
): Promise<DraftCheckView> {
  const draft = await readDraft(sent)
  const [{ count, matched }, cited] = await Promise.all([
    matchSentences(db, draft.text),
    findCited(db, draft.addresses),
  ])
  const sentences = matched.slice(0, itemsMax).map(({ sentence, claims }): CheckedSentence => {
    const place = placeIn(draft, sentence)
    return { place: sentence, text: sentence.text, claims, reports: reportsIn(place, cited) }
  })
  const pages = cited.slice(0, itemsMax)
  const wanted = claimsOf(sentences, pages)
  const ids = [...wanted.repeated, ...wanted.others].slice(0, claimsMax)
  const { rows, isCut } = await claimsThatFit(db, ids, language)
  const views = (await presentClaims(db, rows, language)).map(({ view }) => view)
  const claims = new Map(views.map((view) => [view.id, view]))
  const repeated = views.filter(({ id }) => wanted.repeated.has(id))
  const [answers, reported] = await Promise.all([
    loadAnswers(db, repeated, language),
    loadReported(db, repeated, pages),
  ])
  const onRecord = { sentences, claims, answers: answers.ofParties, ...reported }
  const found = await findIn(onRecord)

  const ofSentences = await mapInSlices(sentences, (sentence, nth): CheckedItemView => {
    const place = placeIn(draft, sentence.place)
    const within = (part: Place) =>
      placeIn(draft, {
        start: sentence.place.start + part.start,
        end: sentence.place.start + part.end,
      })
    return {
      kind: 'sentence',
      place,
      text: sentence.text,
      claims: sentence.claims
        .filter(({ like }) => claims.has(like.claim))
        .map(({ match, like: { claim, score, shared } }) => {
          return { claim, match, score, words: wordsAmong(sentence.text, shared) }
        }),
      findings: (found[nth] ?? []).map((each) =>
        viewFinding(each, each.place ? within(each.place) : place),
      ),
    }
  })
  const ofPages = pages.map(({ cited: { address, place }, claims: ids }): CheckedItemView => {
    const listed = ids.flatMap((id) => claims.get(id) ?? [])
    return {
      kind: 'address',
      place,
      text: address,
      claims: listed.map(({ id: claim }) => ({ claim, match: 'cited', score: null, words: [] })),
      findings: listed.flatMap(closedCited).map((each) => viewFinding(each, place)),
    }
  })
  const items = [...ofSentences, ...ofPages]
    .filter((item) => item.kind === 'address' || item.claims.length > 0)
    .toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
  return {
    items,
    claims: views.map((claim) => ({ claim, answer: answers.strongest.get(claim.id) ?? null })),
    counts: {
      sentences: count,
      addresses: draft.addresses.length,
      findings: items.reduce((sum, { findings }) => sum + findings.length, 0),
    },
    more:
      isCut ||
      matched.length > itemsMax ||
      cited.length > itemsMax ||
      wanted.repeated.size + wanted.others.size > claimsMax,
  }

  function viewFinding(each: Found, place: Place): FindingView {
    const { code, claim, other = null } = each
    return { code, message: findingWords(each, language), claim, other, place }
  }
}

/** The reports whose addresses stand in a sentence. */
function reportsIn({ start, end }: Place, cited: readonly CitedReport[]): readonly string[] {
  return cited
    .filter(({ cited: { place } }) => place.start >= start && place.end <= end)
    .flatMap(({ reports }) => reports)
}

/** The claims that are repeated or cited, which get their answers, and those that are only similar. */
function claimsOf(sentences: readonly CheckedSentence[], pages: readonly CitedReport[]) {
  const matched = sentences.flatMap(({ claims }) => claims)
  const idsOf = (some: typeof matched): ClaimId[] => some.map(({ like }) => like.claim)
  const repeated = new Set<ClaimId>([
    ...idsOf(matched.filter(({ match }) => match === 'repeats')),
    ...pages.flatMap(({ claims }) => claims),
  ])
  return { repeated, others: new Set(idsOf(matched)).difference(repeated) }
}
