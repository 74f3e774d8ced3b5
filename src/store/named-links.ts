import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Fit, Response } from '../domain/kinds.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { SourceRef } from './source-ref.ts'

/** What a sentence says about a link. */
export interface NamedLink {
  readonly id: LinkId
  readonly aspect: Aspect | null
  readonly response: Response | null
  readonly fit: Fit | null
  /** The ids of the points that it meets. */
  readonly meets: readonly string[]
  /** When its author dropped it. */
  readonly at: WorldDate | null
  /** The claim that it answers, if it is not a link. */
  readonly to: ClaimId | null
  /** The claim that makes it, and, if the link ended, its author. */
  readonly from: { readonly id: ClaimId; readonly speaker: SourceRef | null }
  /** The last event that changed anything in it, except the name of its author. */
  readonly seq: number
}
