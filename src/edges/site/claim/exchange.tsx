import { bearingOf } from '../../../html/bearing.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { ClaimLine } from '../../../html/claim-line.tsx'
import { cardTextMax, ClaimWords, Words } from '../../../html/claim-words.tsx'
import { FigureValue } from '../../../html/figures.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerName } from '../../../html/reader-words.ts'
import { isAnswered, isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'
import { enumerate } from '../../../domain/enumerate.ts'
import { roleWords } from '../../../sentences/table/roles.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import type { CounterpointView } from '../../../views/counterpoint.ts'
import { Section } from './section.tsx'
import { claimPageWords } from './words.ts'

interface ExchangeProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** What was said on the left, what was answered on the right, and what nobody answered. */
export function Exchange({ page, look }: ExchangeProps) {
  const { claim, counterpoints, moreCounterpoints } = page
  const { language } = look
  const said = claimPageWords[language]
  if (claim.status === null) return null
  return (
    <Section title={said.exchange} about={said.exchangeAbout} isWide>
      <div class="turn">
        <div class="said">
          <ClaimLine claim={claim} language={language} />
          <p>
            <ClaimWords claim={claim} language={language} max={cardTextMax.item} />
          </p>
        </div>
        {counterpoints.length > 0 && (
          <ul class="record replies">
            {counterpoints.map((each) => (
              <Reply counterpoint={each} look={look} />
            ))}
          </ul>
        )}
        {counterpoints.length === 0 && !isClosed(claim) && (
          <Unanswered text={said.noAnswerBy(partiesOf(page, look))} isFirst look={look} />
        )}
      </div>
      {moreCounterpoints > 0 && (
        <p>
          <a href={`/v1/claims/${claim.id}/counterpoints`}>
            {cardWords(language).more(moreCounterpoints)}
          </a>
        </p>
      )}
      <Open page={page} look={look} />
    </Section>
  )
}

/** An answer, behind a bracket that says what it is to the claim. */
function Reply({ counterpoint, look }: { counterpoint: CounterpointView; look: RecordLook }) {
  const { claim, role, isOwn, link } = counterpoint
  const { language } = look
  const sides = [
    'reply',
    ...(isOwn ? ['own-side'] : []),
    ...(claim.kind === 'opinion' ? ['op'] : []),
  ]
  return (
    <li class={link.relation}>
      <p class="how">{bearingOf(counterpoint, language)}</p>
      <div class={sides.join(' ')}>
        <ClaimItem
          claim={claim}
          look={look}
          role={roleWords[isOwn ? 'own' : role][language]}
          as="div"
        >
          {claim.figure && <FigureValue figure={claim.figure} language={language} />}
        </ClaimItem>
      </div>
    </li>
  )
}

/** What the answers leave open: points of the claim, or the claim itself. */
function Open({ page, look }: ExchangeProps) {
  const { claim, counterpoints } = page
  const parties = partiesOf(page, look)
  const said = claimPageWords[look.language]
  const isAnswering = counterpoints.length > 0 && isAnswered(claim) && !isClosed(claim)
  if (!isAnswering || parties === undefined) return null
  const open = claim.points.filter(
    ({ id, text }) => text !== null && claim.leftOpen?.points.includes(id),
  )
  if (open.length === 0)
    return claim.leftOpen?.whole === true && claim.points.length === 0 ? (
      <div class="turn">
        <Unanswered text={said.notOnItself(parties)} isFirst look={look} />
      </div>
    ) : null
  return (
    <>
      {open.map(({ text }, index) => (
        <div class="turn">
          <div class="said">
            <p class="by">{said.open}</p>
            <p>
              <Words words={{ text: text ?? '', lang: claim.lang }} />
            </p>
          </div>
          <Unanswered text={said.noAnswerBy(parties)} isFirst={index === 0} look={look} />
        </div>
      ))}
    </>
  )
}

interface UnansweredProps {
  readonly text: string
  /** Only the first box says what silence is not. */
  readonly isFirst?: boolean
  readonly look: RecordLook
}

/** The box that faces what nobody answered. */
function Unanswered({ text, isFirst = false, look }: UnansweredProps) {
  return (
    <p class="none">
      <b>{text}</b>
      {isFirst && ` ${claimPageWords[look.language].silence}`}
    </p>
  )
}

/** Those of whom an answer could be expected: nobody answers what they say themselves. */
function partiesOf({ claim }: ClaimPageData, { language }: RecordLook): string | undefined {
  const others = claim.about.filter(({ id }) => id !== claim.speaker?.id)
  if (others.length === 0) return undefined
  return enumerate(
    others.map((source) => readerName(source, language)),
    language,
  )
}
