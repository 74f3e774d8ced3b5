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
 * A citation of a claim or link in a report, as entered. The default `attribution` is `firsthand`
 * if the report is by the speaker, `unnamed_source` if nobody names the speaker, and `relay`
 * otherwise.
 */
export const newCitation = z.strictObject(citationFields).meta({ id: 'NewCitation' })
export type NewCitation = z.output<typeof newCitation>
