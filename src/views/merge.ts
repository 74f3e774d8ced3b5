import { z } from 'zod'
import { mergeable } from '../domain/merge.ts'
import { id } from '../domain/references.ts'
import type { MergeRow } from '../store/merges.ts'
import { instant, removableText, viewInstant } from './common.ts'

export const mergeView = z
  .object({
    id,
    version: z.int().meta({ description: 'Counts its own edits, from 1.' }),
    recordedAt: instant,
    voidedAt: instant
      .nullable()
      .meta({ description: 'Set when the two turned out to be different.' }),
    noun: z.enum(mergeable),
    from: id.meta({ description: 'The entry that redirects to the other.' }),
    into: id.meta({ description: 'The entry that remains, unless it was merged itself.' }),
    reason: removableText,
  })
  .meta({ id: 'Merge', description: 'The merge of two entries of the same thing.' })

export function viewMerge(row: MergeRow): z.output<typeof mergeView> {
  return {
    id: row.id,
    version: row.version,
    recordedAt: viewInstant(row.recordedAt),
    voidedAt: row.voidedAt && viewInstant(row.voidedAt),
    noun: row.noun,
    from: row.from,
    into: row.into,
    reason: row.reason,
  }
}
