import { z } from 'zod'
import { id, reference } from './references.ts'
import { text, textMax } from './text.ts'

/** The nouns whose entries can be merged. */
export const mergeable = ['source', 'report', 'claim'] as const
export type Mergeable = (typeof mergeable)[number]

/** A request to merge an object into another. */
export const newMerge = z
  .strictObject({
    id: id.optional(),
    into: reference.meta({ description: 'The entry that remains, by id or slug.' }),
    reason: text(textMax.note),
  })
  .meta({ id: 'NewMerge' })
export type NewMerge = z.output<typeof newMerge>

/** A merge ready to be entered. */
export interface MergeEntry {
  readonly id: string
  readonly noun: Mergeable
  readonly from: string
  readonly into: string
  /** null only if redacted. */
  readonly reason: string | null
}
