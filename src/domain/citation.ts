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
 * Where a report contains a claim or a link, as entered. `attribution` defaults to `firsthand` if
 * the report is by the claim's speaker, to `unnamed_source` if no source names the speaker, and to
 * `relay` otherwise.
 */
export const newCitation = z.strictObject(citationFields).meta({ id: 'NewCitation' })
export type NewCitation = z.output<typeof newCitation>
