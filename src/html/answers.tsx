import type { DisplayLanguage } from '../domain/display-language.ts'
import { roleWords } from '../sentences/table/roles.ts'
import { prefixShown } from '../sentences/standing/title.ts'
import { quotation } from '../sentences/quotation.ts'
import type { ClaimView } from '../views/claim.ts'
import type { ClaimCard } from '../views/claim-card.ts'
import type { CounterpointView } from '../views/counterpoint.ts'
import { bearingOf, relationTo } from './bearing.ts'
import { ClaimItem } from './claim-item.tsx'
import { CardLink } from './card-link.tsx'
import { When } from './claim-line.tsx'
import { cardTextMax } from './claim-words.tsx'
import { FigureValue } from './figures.tsx'
import type { RecordLook } from './look.ts'
import { readerSpeaker, readerWords } from './reader-words.ts'
import { isClosed } from './status.tsx'
import { cardWords } from './words.ts'

interface AnswersProps {
  readonly card: ClaimCard
  readonly look: RecordLook
}

/** What its speaker did about a claim, as items: a correction, a withdrawal. */
export function OwnAnswers({ card, look }: AnswersProps) {
  const { claim, replacement } = card
  return (
    <>
      {replacement && (
        <ClaimItem claim={replacement} look={look} role={cardWords(look.language).replacement} />
      )}
      <Withdrawal claim={claim} look={look} />
    </>
  )
}

/** Whether its speaker did anything about it that can be listed. */
export function hasOwnAnswers({ claim, replacement }: ClaimCard): boolean {
  return replacement !== undefined || withdrawalOf(claim) !== undefined
}

/** The counterpoints to a claim as items. */
export function Answers({ card, look }: AnswersProps) {
  const { claim, counterpoints, moreCounterpoints } = card
  const { more, counted } = cardWords(look.language)
  return (
    <>
      {counterpoints.map((counterpoint, index) => (
        <CounterpointItem
          counterpoint={counterpoint}
          answered={claim}
          look={look}
          insteadOfRest={(index > 0 ? more : counted)(
            moreCounterpoints + counterpoints.length - index,
          )}
        />
      ))}
    </>
  )
}

/** Where its speaker took it back, in the words of the report. */
function withdrawalOf({ withdrawal }: Pick<ClaimView, 'withdrawal'>) {
  return withdrawal?.citations.find(({ quote }) => quote !== null)
}

/** Words of somebody, as they are quoted where there is room for one answer. */
export interface NamedAnswer {
  readonly speaker: string
  readonly text: string
  readonly lang: string | undefined
  /** What must be said before its words; null if nothing must. */
  readonly prefix: string | null
  /** Whether it is listed among the counterpoints, rather than what the speaker did itself. */
  readonly isCounterpoint: boolean
  /** Who answers, or what this is to the claim. */
  readonly bearing: string
}

/** What its speaker said on taking it back or replacing it, or else the strongest answer. */
export function answerToName(
  { claim, replacement, strongest }: ClaimCard,
  language: DisplayLanguage,
): NamedAnswer | undefined {
  const said = cardWords(language)
  const quote = withdrawalOf(claim)?.quote
  if (typeof quote === 'string') {
    const speaker = readerSpeaker(claim, language)
    const words = { speaker, text: quote, lang: claim.lang, prefix: null }
    return { isCounterpoint: false, bearing: said.withdrawal, ...words }
  }
  if (replacement && replacement.text !== null) {
    const words = saidIn(replacement, language)
    return { isCounterpoint: false, bearing: said.replacement, ...words }
  }
  if (isClosed(claim) || !strongest) return undefined
  const { direction, role, isOwn, claim: answer } = strongest
  const who = roleWords[isOwn ? 'own' : role][language]
  const bearing = direction === 'from' ? relationTo(strongest, claim, language) : who
  return { isCounterpoint: true, bearing, ...saidIn(answer, language) }
}

/** An answer that has no force, for a claim to which no other is on record. */
export function overcomeToName(
  { claim, overcome }: Pick<ClaimCard, 'claim' | 'overcome'>,
  language: DisplayLanguage,
): NamedAnswer | undefined {
  if (isClosed(claim) || !overcome) return undefined
  const bearing = bearingOf(overcome, claim, language)
  return { isCounterpoint: true, bearing, ...saidIn(overcome.claim, language) }
}

function saidIn(claim: ClaimView, language: DisplayLanguage) {
  const { text, lang } = readerWords(claim, language)
  const prefix = prefixShown(claim.standing.prefix, claim.text, language)
  return { speaker: readerSpeaker(claim, language), text, lang, prefix }
}

function Withdrawal({ claim, look }: Pick<ClaimCard, 'claim'> & Pick<AnswersProps, 'look'>) {
  const citation = withdrawalOf(claim)
  if (!citation) return null
  const { language, isFramed } = look
  const { removed, withdrawal } = cardWords(language)
  const { report, quote } = citation
  const title = <cite dir="auto">{report.title ?? removed}</cite>
  return (
    <li>
      <p class="by">
        <b dir="auto">{readerSpeaker(claim, language)}</b>
        {claim.withdrawnAt !== null && (
          <>
            {' · '}
            <When date={claim.withdrawnAt} language={language} />
          </>
        )}
      </p>
      <p class="words" lang={claim.lang} dir="auto">
        {quotation(quote ?? '', language, cardTextMax.item)}
      </p>
      <p class="own">
        <b>{withdrawal}</b> ·{' '}
        {report.url === null ? (
          title
        ) : isFramed ? (
          <CardLink href={report.url}>{title}</CardLink>
        ) : (
          <a href={report.url} rel="nofollow ugc noopener">
            {title}
          </a>
        )}
      </p>
    </li>
  )
}

interface CounterpointProps {
  readonly counterpoint: CounterpointView
  readonly answered: ClaimView
  readonly look: RecordLook
  readonly insteadOfRest: string
}

/** Who answers, in what role and how, and where the answer itself stands. */
function CounterpointItem({ counterpoint, answered, look, insteadOfRest }: CounterpointProps) {
  const { claim, role, isOwn } = counterpoint
  const who = roleWords[isOwn ? 'own' : role][look.language]
  return (
    <ClaimItem claim={claim} look={look} role={who} insteadOfRest={insteadOfRest}>
      {bearingOf(counterpoint, answered, look.language)}
      {claim.figure && (
        <>
          {' · '}
          <FigureValue figure={claim.figure} language={look.language} />
        </>
      )}
    </ClaimItem>
  )
}
