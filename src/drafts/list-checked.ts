import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { wordsAmong } from '../domain/search/overlap.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { firstThatFit } from '../formats/weight.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { Db } from '../store/database/db.ts'
import { weightOfClaim } from '../store/row-weight.ts'
import { presentClaims } from '../views/present-claims.ts'
import type { CitedReport } from './cited.ts'
import { findingWords } from './finding-words.ts'
import type { CheckedSentence, Found, MatchedClaim } from './findings/draft-on-record.ts'
import type { Place, ReadDraft } from './reading/draft.ts'
import { placeIn } from './reading/words-read.ts'
import type { RecordOfClaims } from './record-of-claims.ts'
import type { CheckedItemView, DraftCheckView, FindingView } from './view.ts'

/** How many sentences and addresses one answer lists. */
const itemsMax = 500
/** How many claims one answer shows. */
const claimsMax = 150
/** How many claims one sentence is said to be like, if nothing more is found in it. */
const likeMax = 3
/** How many findings one sentence or address lists. */
const findingsMax = 20

interface Checked {
  readonly draft: ReadDraft
  readonly language: DisplayLanguage
  readonly record: RecordOfClaims
  readonly sentences: readonly {
    readonly sentence: CheckedSentence
    readonly found: readonly Found[]
  }[]
  readonly pages: readonly { readonly page: CitedReport; readonly found: readonly Found[] }[]
}

/** What one answer lists of a check: where something is found first, then the rest. */
export async function listChecked(
  db: Db,
  { draft, language, record, sentences, pages }: Checked,
): Promise<Pick<DraftCheckView, 'items' | 'claims' | 'more'>> {
  const all = [
    ...sentences.map(({ sentence, found }) => ({
      sentence,
      found,
      start: placeIn(draft, sentence.place).start,
    })),
    ...pages.map(({ page, found }) => ({ page, found, start: page.cited.place.start })),
  ]
  const kept = all
    .toSorted(
      (a, b) => Number(b.found.length > 0) - Number(a.found.length > 0) || a.start - b.start,
    )
    .slice(0, itemsMax)
  const wanted = new Set(
    kept.flatMap((each) =>
      listedOf(
        each.found,
        'page' in each ? each.page.claims : each.sentence.claims.map(({ like }) => like.claim),
      ),
    ),
  )
  const found = new Set(kept.flatMap((each) => each.found.map(({ claim }) => claim)))
  const isJudged = (id: ClaimId) => record.presented.has(id)
  const ordered = [...wanted].toSorted(
    (a, b) =>
      Number(found.has(b)) - Number(found.has(a)) || Number(isJudged(b)) - Number(isJudged(a)),
  )
  const shown = await present(db, ordered.slice(0, claimsMax), record, language)
  const ids = new Set(shown.map(({ id }) => id))

  const items = await mapInSlices(kept, (each): CheckedItemView => {
    const findings = each.found.slice(0, findingsMax)
    if ('page' in each) {
      const { address, place } = each.page.cited
      return {
        kind: 'address',
        place,
        text: address,
        claims: listedOf(each.found, each.page.claims, each.page.claims.length)
          .filter((id) => ids.has(id))
          .map((claim) => ({ claim, match: 'cited', score: null, words: [] })),
        findings: findings.map((one) => viewFinding(one, place, language)),
      }
    }
    const { sentence } = each
    const place = placeIn(draft, sentence.place)
    const within = ({ start, end }: Place) =>
      placeIn(draft, { start: sentence.place.start + start, end: sentence.place.start + end })
    const byId = new Map(sentence.claims.map((match) => [match.like.claim, match]))
    return {
      kind: 'sentence',
      place,
      text: sentence.text,
      claims: listedOf(each.found, [...byId.keys()])
        .flatMap((id) => (ids.has(id) ? (byId.get(id) ?? []) : []))
        .map((match) => viewMatch(sentence, match)),
      findings: findings.map((one) =>
        viewFinding(one, one.place ? within(one.place) : place, language),
      ),
    }
  })
  const isCut =
    kept.length < all.length ||
    kept.some((each) => each.found.length > findingsMax) ||
    ordered.length > shown.length
  return {
    items: items
      .filter(
        ({ kind, claims, findings }) =>
          kind === 'address' || claims.length > 0 || findings.length > 0,
      )
      .toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end),
    claims: shown.map((claim) => ({
      claim,
      answer: record.answers.strongest.get(claim.id) ?? null,
    })),
    more: isCut,
  }
}

/** The claims that an item lists: those of which something is found, and the nearest. */
function listedOf(
  found: readonly Found[],
  claims: readonly ClaimId[],
  max = likeMax,
): readonly ClaimId[] {
  const named = new Set(found.slice(0, findingsMax).map(({ claim }) => claim))
  return claims.filter((claim, nth) => named.has(claim) || nth < max)
}

/** The first claims that fit into one answer; those that are only similar are read now. */
async function present(
  db: Db,
  ids: readonly ClaimId[],
  { presented }: RecordOfClaims,
  language: DisplayLanguage,
) {
  const others = ids.filter((id) => !presented.has(id))
  const { rows } = await claimsThatFit(db, others, language)
  const read = new Map(
    (await presentClaims(db, rows, language)).map((each) => [each.view.id, each]),
  )
  const all = ids.flatMap((id) => presented.get(id) ?? read.get(id) ?? [])
  return firstThatFit(all, ({ row }) => weightOfClaim(row)).map(({ view }) => view)
}

function viewMatch({ text }: CheckedSentence, { match, like }: MatchedClaim) {
  const { claim, score, shared } = like
  return { claim, match, score, words: wordsAmong(text, shared) }
}

function viewFinding(found: Found, place: Place, language: DisplayLanguage): FindingView {
  const { code, claim, other = null } = found
  return { code, message: findingWords(found, language), claim, other, place }
}
