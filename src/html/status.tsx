import type { Child } from 'hono/jsx'
import { enumerate } from '../domain/enumerate.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { StatusGroup } from '../domain/status.ts'
import type { ClaimView } from '../views/claim.ts'
import type { SourceRefView } from '../views/common.ts'
import { claimAddress } from './addresses.ts'
import { CardLink } from './card-link.tsx'
import type { RecordLook } from './look.ts'
import { readerName } from './reader-words.ts'
import { cardWords } from './words.ts'

/** Each group has its own shape, so that they can be told apart without colour. */
const shapes: Readonly<Record<StatusGroup, string>> = {
  stands: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  open: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zm0 1.5v7a3.5 3.5 0 1 1 0-7z',
  untested: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zm0 1.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
  does_not_stand:
    'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zM3.7 4.7l1-1L6 5l1.3-1.3 1 1L7 6l1.3 1.3-1 1L6 7 4.7 8.3l-1-1L5 6z',
  closed: 'M1 5h10v2H1z',
}

interface StatusProps {
  readonly claim: Pick<ClaimView, 'statusGroup' | 'statusLabel'>
  readonly language: DisplayLanguage
}

/** Where a claim stands, in a few words. */
export function Status({ claim: { statusGroup, statusLabel }, language }: StatusProps) {
  const group = groupShown({ statusGroup })
  return (
    <span class="status" data-group={group}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path fill="currentColor" fill-rule="evenodd" d={shapes[group]} />
      </svg>{' '}
      {statusLabel ?? cardWords(language).entryError.label}
    </span>
  )
}

interface MarksProps {
  readonly claim: Pick<ClaimView, 'badges'>
  readonly look: RecordLook
}

/** The badges that a status must not be read without, as items of a list; they name parties. */
export function marksOf({ claim: { badges }, look }: MarksProps): readonly Child[] {
  const { language, publicUrl, isFramed } = look
  const { marks } = cardWords(language)
  const { partlyAdmitted, setAside, earlierVersion } = badges
  const namesOf = (sources: readonly SourceRefView[]) =>
    sources.map((source) => readerName(source, language))
  const bodies = new Map(setAside.flatMap((each) => each.bodies).map((body) => [body.id, body]))
  const answering = earlierVersion ? namesOf(earlierVersion.by) : []
  const href = earlierVersion ? claimAddress(publicUrl, earlierVersion.claim) : ''
  return [
    ...(partlyAdmitted
      ? [<>{marks.partlyAdmitted(namesOf(partlyAdmitted.by), partlyAdmitted.of)}</>]
      : []),
    ...(setAside.length > 0
      ? [<>{marks.setAside(enumerate(namesOf([...bodies.values()]), language))}</>]
      : []),
    ...(earlierVersion
      ? [
          <>
            {marks.earlierVersion[earlierVersion.status](
              answering.length > 0 ? enumerate(answering, language) : undefined,
            )}
            :{' '}
            {isFramed ? (
              <CardLink href={href}>{marks.seeEarlier}</CardLink>
            ) : (
              <a href={href}>{marks.seeEarlier}</a>
            )}
          </>,
        ]
      : []),
  ]
}

/** An entry error looks like a claim that its author no longer holds. */
export function groupShown({ statusGroup }: Pick<ClaimView, 'statusGroup'>): StatusGroup {
  return statusGroup ?? 'closed'
}

/** Whether its author no longer holds the claim, or it was an entry error. */
export function isClosed(claim: Pick<ClaimView, 'statusGroup'>): boolean {
  return groupShown(claim) === 'closed'
}
