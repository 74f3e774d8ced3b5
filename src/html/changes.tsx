import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimCard } from '../views/claim-card.ts'
import { changedSince } from '../sentences/changes-since.ts'
import { statusWord } from '../sentences/table/vocabulary.ts'
import { cardWords } from './words.ts'

interface CardProps {
  readonly card: ClaimCard
  readonly language: DisplayLanguage
}

/** What has happened to the claim since the reader may have seen it. */
export function SinceLine({ card: { claim, since }, language }: CardProps) {
  if (!since) return null
  const now = { status: claim.status, label: claim.statusLabel }
  return <p class="since">{changedSince(since, now, language)}</p>
}

interface SinceLinksProps {
  /** Of the claim: nobody has seen it before. */
  readonly recordedAt: string
  readonly asOf: Date
  readonly language: DisplayLanguage
}

/** Links for readers who come back: what changed since yesterday, last week, last month. */
export function SinceLinks({ recordedAt, asOf, language }: SinceLinksProps) {
  const said = cardWords(language)
  const days = daysAgo.map((days) => dayOf(new Date(asOf.getTime() - days * dayMs)))
  const seen = days.filter((day) => day >= recordedAt.slice(0, 10))
  if (seen.length === 0) return null
  return (
    <p class="note">
      {said.page.changesSince}{' '}
      {seen.map((day, index) => (
        <>
          {index > 0 && ' · '}
          <a href={`?since=${day}&lang=${language}`} rel="nofollow">
            {said.date(day)}
          </a>
        </>
      ))}
    </p>
  )
}

const daysAgo = [1, 7, 30]
const dayMs = 24 * 60 * 60_000

/** When the words shown replaced earlier ones. */
export function AmendedLine({ card: { amendedAt }, language }: CardProps) {
  if (!amendedAt) return null
  const said = cardWords(language)
  return <p class="note">{said.amended(said.date(dayOf(amendedAt)))}</p>
}

/** The newest change, and the time as of which the card is correct. */
export function ChangeLines({ card: { claim, change, asOf }, language }: CardProps) {
  const said = cardWords(language)
  const day = (time: Date) => said.date(dayOf(time))
  const now = claim.statusLabel
  const { move } = change
  const changedLater = change.at > (move?.at ?? new Date(claim.recordedAt))
  return (
    <>
      <p>
        {move
          ? said.moved(day(move.at), statusWord(move.from, language), now)
          : said.neverMoved(day(new Date(claim.recordedAt)))}
      </p>
      {changedLater && <p>{said.reasonsChanged(day(change.at))}</p>}
      <p>
        <time datetime={asOf.toISOString()}>{said.asOf(said.date(asOf.toISOString()))}</time>
      </p>
    </>
  )
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
