import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { quotedMax } from '../domain/enumerate.ts'
import { besideStanding, type Badged } from '../sentences/standing/beside.ts'
import { isUnanswered } from '../sentences/standing/case-of.ts'
import { markShapes, type Mark } from '../sentences/table/marks.ts'
import type { ClaimCard } from '../views/claim-card.ts'
import type { ClaimView } from '../views/claim.ts'
import { claimAddress, linkTo } from './addresses.ts'
import { CardLink } from './card-link.tsx'
import type { RecordLook } from './look.ts'
import { openPointsOf, QuotedPoints } from './points.tsx'
import { cardWords } from './words.ts'

interface StatusProps {
  readonly claim: Pick<ClaimView, 'standing' | 'statusLabel'>
}

/** Where a claim stands, in a few words. */
export function Status({ claim: { standing, statusLabel } }: StatusProps) {
  return (
    <span class="status">
      <MarkSign mark={standing} /> {statusLabel}
    </span>
  )
}

/** The sign of a standing, beside the words that say the same. */
function MarkSign({ mark: { shape, colour } }: { readonly mark: Mark }) {
  return (
    <svg
      class={`mark-${colour}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" fill-rule="evenodd" d={markShapes[shape]} />
    </svg>
  )
}

interface MarksProps {
  readonly claim: Badged &
    Pick<ClaimView, 'standing' | 'statusGroup' | 'leftOpen' | 'points' | 'lang'>
  readonly look: RecordLook
  /** By default, all open points are listed in full. */
  readonly open?: OpenRoom
}

/** How many open points there is room for, and how many characters of each. */
interface OpenRoom {
  readonly points: number
  readonly length: number
}

/**
 * What a status must not be read without, as items of a list: what answers leave open, and badges that
 * name parties.
 */
export function marksOf({ claim, look, open }: MarksProps): readonly Child[] {
  const { language, publicUrl, isFramed } = look
  const { seeEarlier } = cardWords(language).marks
  return [
    ...(isShownOpen(claim) ? [<LeftOpen claim={claim} language={language} room={open} />] : []),
    ...besideStanding(claim, language).map(({ text, claim: other }) => {
      if (other === undefined) return <>{text}</>
      const href = linkTo(claimAddress(publicUrl, other), look)
      return (
        <>
          {text}:{' '}
          {isFramed ? (
            <CardLink href={href}>{seeEarlier}</CardLink>
          ) : (
            <a href={href}>{seeEarlier}</a>
          )}
        </>
      )
    }),
  ]
}

/** Whether its author no longer holds the claim, or it was an entry error. */
export function isClosed({ statusGroup }: Pick<ClaimView, 'statusGroup'>): boolean {
  return statusGroup === null || statusGroup === 'closed'
}

type Opened = Pick<ClaimView, 'leftOpen' | 'points' | 'lang'>

interface LeftOpenProps {
  readonly claim: Opened
  readonly language: DisplayLanguage
  readonly room: OpenRoom | undefined
}

/** The line "Left open", with the points that no answer of a party meets. */
function LeftOpen({ claim, language, room }: LeftOpenProps) {
  const { marks } = cardWords(language)
  const points = openPointsOf(claim)
  const shown = points.slice(0, room?.points)
  const more = points.length - shown.length
  return (
    <>
      {marks.leftOpen}:{' '}
      <QuotedPoints points={shown} claim={claim} language={language} max={room?.length} />
      {more > 0 && ` ${marks.moreOpen(more)}`}
    </>
  )
}

/** Of a claim that nobody answered, it goes without saying that all of it is open. */
function isShownOpen(claim: MarksProps['claim']): boolean {
  return openPointsOf(claim).length > 0 && isAnswered(claim) && !isClosed(claim)
}

/** Whether anybody answered it. What nobody answered has a role, but no standing to show. */
export function isAnswered({ standing }: Pick<ClaimView, 'standing'>): boolean {
  return !isUnanswered(standing.case)
}

type Beside = Pick<ClaimCard, 'claim' | 'counterpoints' | 'replacement' | 'opinionsLeftOut'>

/**
 * The sentence that explains the status, where answers and the line "left open" stand beside it. If
 * they show what the long sentence quotes, the short one says the rest. It quotes no opinion either
 * that was left out as asked.
 */
export function reasonBeside(card: Beside): string | undefined {
  const { claim, counterpoints, replacement, opinionsLeftOut } = card
  const { explanation } = claim
  if (explanation === null) return undefined
  const answers = counterpoints.map((counterpoint) => counterpoint.claim)
  const shown = new Set([...answers, ...(replacement ? [replacement] : [])].map(({ id }) => id))
  const quoted = explanation.cites.slice(0, quotedMax)
  const isShown = quoted.length > 0 && quoted.every((id) => shown.has(id))
  const isBrief =
    isShown || opinionsLeftOut > 0 || isShownOpen(claim) || isContextShown(claim, counterpoints)
  return isBrief ? explanation.short : explanation.text
}

/** Of a claim that nobody contradicts, the sentence quotes those who add context or confirm a point. */
function isContextShown(
  { status, badges, counts }: Pick<ClaimView, 'status' | 'badges' | 'counts'>,
  counterpoints: Beside['counterpoints'],
): boolean {
  const shown = counterpoints.filter(({ link }) => link.relation === 'qualifies')
  const isAll = counts.qualifies > 0 && shown.length >= counts.qualifies
  return status === 'unchallenged' && isAll && badges.partlyAdmitted === null
}
