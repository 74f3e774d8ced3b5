import { z } from 'zod'
import { attribution } from './vocabulary.ts'
import { id, reference } from './references.ts'
import { context, text, textMax } from './text.ts'

export const citationFields = {
  id: id.optional(),
  report: reference,
  quote: text(textMax.prose),
  prefix: context(textMax.prose).nullable().default(null),
  suffix: context(textMax.prose).nullable().default(null),
  locator: text(textMax.locator).nullable().default(null),
  attribution: attribution.optional(),
}

/**
 * Where a claim or a link stands in a report, as it is entered. Left out, `attribution` is
 * `firsthand` when the report is its speaker's own, `unnamed_source` when nobody names the speaker, and
 * `relay` otherwise.
 */
export const newCitation = z.strictObject(citationFields).meta({ id: 'NewCitation' })
export type NewCitation = z.output<typeof newCitation>
