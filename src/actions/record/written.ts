import type { ClaimId } from '../../domain/ids.ts'
import type { QuotedOf } from '../../domain/quoted-share.ts'
import type { PartialRecord } from '../../engine/record/partial-record.ts'
import type { SealedDraft } from '../../store/events.ts'
import type { StatusChange } from './relabel.ts'

/** What a write did: its result, its events and the statuses that changed. */
export interface Written<T> {
  readonly result: T
  readonly events: { readonly first: number; readonly last: number; readonly at: Date } | null
  readonly statusChanges: readonly StatusChange[]
  /** Every claim whose status, or what it rests on, changed. */
  readonly rejudged: readonly ClaimId[]
  /** Every claim and link that was reported as changed. */
  readonly changed: readonly string[]
  /** Its events, without words. */
  readonly told: readonly Told[]
  /** Reports of which the quotes on record now cover much. */
  readonly quoted: readonly QuotedOf[]
  /** The record as the write leaves it, as far as it was loaded. */
  readonly record: PartialRecord
}

/** What an event says of the object that changed. */
export type Told = Pick<SealedDraft, 'kind' | 'object' | 'facts'>
