import { ClaimLine } from '../../../html/claim-line.tsx'
import { cardTextMax, ClaimWords } from '../../../html/claim-words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { openPointsOf, PointWords } from '../../../html/points.tsx'
import { isAnswered, isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { Section } from './section.tsx'
import { partiesOf, Replies, Unanswered } from './turn.tsx'
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
        <Replies to={claim} answers={counterpoints} look={look} />
        {counterpoints.length === 0 && !isClosed(claim) && !isConceded(page) && (
          <Unanswered text={said.noAnswerBy(partiesOf(claim, look))} isFirst look={look} />
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

/** Whether a party confirmed it, by a statement that is listed below the exchange, or once did. */
function isConceded({ claim: { standing, badges }, related }: ClaimPageData): boolean {
  return (
    standing.case === 'confirmation_retracted' ||
    badges.admittedBySubject ||
    badges.partlyAdmitted !== null ||
    related.some(({ as }) => as === 'conceding')
  )
}

/** What the answers leave open: points of the claim, or the claim itself. */
function Open({ page, look }: ExchangeProps) {
  const { claim, counterpoints } = page
  const parties = partiesOf(claim, look)
  const said = claimPageWords[look.language]
  const isAnswering = counterpoints.length > 0 && isAnswered(claim) && !isClosed(claim)
  if (!isAnswering || parties === undefined) return null
  const open = openPointsOf(claim)
  if (open.length === 0)
    return claim.leftOpen?.whole === true && claim.points.length === 0 ? (
      <div class="turn">
        <Unanswered text={said.notOnItself(parties)} isFirst look={look} />
      </div>
    ) : null
  return (
    <div class="turn">
      <div class="said">
        <p class="by">{said.open}</p>
        <ul class="points">
          {open.map((point) => (
            <li>
              <PointWords point={point} claim={claim} language={look.language} />
            </li>
          ))}
        </ul>
      </div>
      <Unanswered
        text={claim.leftOpen?.whole === true ? said.notOnItself(parties) : said.notOnThese(parties)}
        isFirst
        look={look}
      />
    </div>
  )
}
