import { z } from 'zod'
import { id, reference } from './references.ts'
import { text, textMax } from './text.ts'

/** Of what two entries can turn out to be entries of one thing. */
export const mergeable = ['source', 'report', 'claim'] as const
export type Mergeable = (typeof mergeable)[number]

/** That an object is the same thing as another one, as it is asked for. */
export const newMerge = z
  .strictObject({
    id: id.optional(),
    into: reference.meta({ description: 'The entry that remains, by id or slug.' }),
    reason: text(textMax.note),
  })
  .meta({ id: 'NewMerge' })
export type NewMerge = z.output<typeof newMerge>

/** A merge ready to enter the record. */
export interface MergeEntry {
  readonly id: string
  readonly noun: Mergeable
  readonly from: string
  readonly into: string
  /** null alone where a redaction removed it. */
  readonly reason: string | null
}
