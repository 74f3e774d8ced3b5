import { z } from 'zod'
import type { Imported } from '../../actions/import-bundle.ts'
import { id } from '../../domain/references.ts'
import { previewFields, previewOf } from './preview.ts'
import { adviceFields, viewAdvice } from './advice.ts'

export const importedView = z
  .object({
    accepted: z
      .int()
      .meta({ description: 'The total number of lines that are now in the record.' }),
    new: z.int().meta({ description: 'Lines that were entered.' }),
    amended: z.int().meta({ description: 'Lines that amended the object of their ref.' }),
    unchanged: z.int().meta({ description: 'Lines that the record already had.' }),
    refused: z.array(
      z.object({ line: z.int(), pointer: z.string(), code: z.string(), message: z.string() }),
    ),
    refs: z.record(z.string(), id).meta({ description: 'The id of each ref in the bundle.' }),
    events: z
      .object({ first: z.int(), last: z.int() })
      .nullable()
      .meta({ description: 'null if the record already had everything.' }),
    statusChanges: z.int(),
    ...adviceFields,
    ...previewFields,
  })
  .meta({ id: 'Imported' })

export function viewImported({ preview, advice, ...counts }: Imported) {
  return { ...counts, ...viewAdvice(advice), ...previewOf(preview) }
}
