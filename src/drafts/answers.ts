import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { translationFor } from '../domain/language.ts'
import { firstWordsMax, shortened } from '../sentences/quotation.ts'
import { roleWords } from '../sentences/table/roles.ts'
import { loadCounterpoints } from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import { loadPartyAnswers, type PartyAnswer } from '../store/party-answers.ts'
import { strongestOf } from '../views/card-answers.ts'
import type { ClaimView } from '../views/claim.ts'
import { presentInOrder } from '../views/present-claims.ts'
import { presentCounterpoints } from '../views/present-counterpoints.ts'

/** What stands against a claim, in a line. */
interface NamedAnswer {
  /** null for the words by which its speaker took the claim back. */
  readonly claim: ClaimId | null
  readonly speaker: ClaimView['speaker']
  /** Who answers, or where the answer itself stands if somebody answered it. */
  readonly label: string
  /** The first words of it. */
  readonly text: string
  readonly lang: string
}

export interface AnswersOnRecord {
  /** What its speaker said on taking a claim back or replacing it, or else the strongest answer. */
  readonly strongest: ReadonlyMap<ClaimId, NamedAnswer>
  readonly ofParties: ReadonlyMap<ClaimId, readonly PartyAnswer[]>
  /** What anybody but its own speaker answers. */
  readonly ofOthers: ReadonlyMap<ClaimId, ReadonlySet<ClaimId>>
}

export async function loadAnswers(
  db: Db,
  claims: readonly ClaimView[],
  language: DisplayLanguage,
): Promise<AnswersOnRecord> {
  const open = claims.filter(({ status }) => status !== 'withdrawn' && status !== 'corrected')
  const found = await loadCounterpoints(
    db,
    open.map(({ id }) => id),
  )
  const answering = Map.groupBy(found, ({ answered }) => answered)
  const first = open.flatMap(({ id }) => strongestOf(answering.get(id) ?? []).slice(0, 1))
  const replacing = claims.flatMap(({ status, explanation }) =>
    status === 'corrected' ? (explanation?.cites.slice(0, 1) ?? []) : [],
  )
  const given = found.filter(
    ({ direction, role }) => direction === 'onto' && role === 'party_response',
  )
  const [shown, replacements, ofParties] = await Promise.all([
    presentCounterpoints(db, first, 1, language),
    presentInOrder(db, replacing, language),
    loadPartyAnswers(db, given, language),
  ])
  const byId = new Map(replacements.map(({ view }) => [view.id, view]))
  return {
    strongest: new Map([
      ...shown.flatMap(({ claim, label }, nth) => named(first[nth]?.answered, claim, label)),
      ...claims.flatMap((claim) => ownAnswer(claim, byId, language)),
    ]),
    ofParties: Map.groupBy(ofParties, ({ answered }) => answered),
    ofOthers: new Map(
      [...answering].map(([answered, given]) => [
        answered,
        new Set(
          given.flatMap(({ direction, isOwn, claim }) =>
            direction === 'onto' && !isOwn ? [claim] : [],
          ),
        ),
      ]),
    ),
  }

  function named(answered: ClaimId | undefined, claim: ClaimView, label: string) {
    const words = firstWordsOf(claim, language)
    if (answered === undefined || words === undefined) return []
    return [[answered, { claim: claim.id, speaker: claim.speaker, label, ...words }] as const]
  }
}

function ownAnswer(
  claim: ClaimView,
  replacements: ReadonlyMap<ClaimId, ClaimView>,
  language: DisplayLanguage,
): readonly (readonly [ClaimId, NamedAnswer])[] {
  const quote = claim.withdrawal?.citations.find((citation) => citation.quote !== null)?.quote
  if (claim.status === 'withdrawn' && typeof quote === 'string') {
    const { speaker, statusLabel: label, lang } = claim
    return [
      [claim.id, { claim: null, speaker, label, text: shortened(quote, firstWordsMax), lang }],
    ]
  }
  const replacement = replacements.get(claim.explanation?.cites[0] ?? '')
  const words = replacement && firstWordsOf(replacement, language)
  if (claim.status !== 'corrected' || !words) return []
  const label = roleWords.own[language]
  return [[claim.id, { claim: replacement.id, speaker: replacement.speaker, label, ...words }]]
}

/** In the language of the reader if there is a translation; undefined if the words were removed. */
function firstWordsOf(
  { text, lang, texts }: ClaimView,
  language: DisplayLanguage,
): Pick<NamedAnswer, 'text' | 'lang'> | undefined {
  if (text === null) return undefined
  const words = translationFor({ lang, texts }, language) ?? { text, lang }
  return { text: shortened(words.text, firstWordsMax), lang: words.lang }
}
