import type { DisplayLanguage } from '../domain/display-language.ts'
import type { StatusGroup } from '../domain/status.ts'
import type { ClaimView } from '../views/claim.ts'
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

/** An entry error looks like a claim that its author no longer holds. */
export function groupShown({ statusGroup }: Pick<ClaimView, 'statusGroup'>): StatusGroup {
  return statusGroup ?? 'closed'
}

/** Whether its author no longer holds the claim, or it was an entry error. */
export function isClosed(claim: Pick<ClaimView, 'statusGroup'>): boolean {
  return groupShown(claim) === 'closed'
}
