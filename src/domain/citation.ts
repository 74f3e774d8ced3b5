import { z } from 'zod'
import { list } from './lists.ts'
import { attribution } from './vocabulary.ts'
import { id, reference } from './references.ts'
import type { TextFault } from './text-faults.ts'
import { context, refuse, text, textMax } from './text.ts'

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

/** How many citations a claim or a link has at most, voided ones included: readers get all at once. */
const citationsMax = 200

/** How long its quotes are together at most, with what surrounds them, in code points. */
const quotesMax = 40_000

type Quoted = Pick<NewCitation, 'quote' | 'prefix' | 'suffix'>

/** How many citations something has, and how long their quotes are. */
export interface Evidence {
  readonly count: number
  readonly length: number
}

const tooMany = {
  code: 'too-many-citations',
  message: `A claim or a link has at most ${citationsMax} citations.`,
}

/** The evidence with some more citations. */
export function withCitations(evidence: Evidence, added: readonly Quoted[]): Evidence {
  return {
    count: evidence.count + added.length,
    length: evidence.length + added.reduce((sum, each) => sum + lengthOf(each), 0),
  }
}

/** Why that is more than a claim or a link may have, if it is. */
export function faultOfEvidence({ count, length }: Evidence): TextFault | undefined {
  if (count > citationsMax)
    return {
      code: 'too-many-citations',
      message: `A claim or a link has at most ${citationsMax} citations; this would make ${count}.`,
    }
  if (length <= quotesMax) return undefined
  const lengths = [length, quotesMax].map((each) => each.toLocaleString('en'))
  return {
    code: 'too-long',
    message: `The quotes of a claim or a link, with what surrounds them, would have ${lengths[0]} characters together; they may have ${lengths[1]}. Quote only what carries it.`,
  }
}

function lengthOf({ quote, prefix, suffix }: Quoted): number {
  return [quote, prefix ?? '', suffix ?? ''].reduce((sum, each) => sum + [...each].length, 0)
}

/** The citations of a new claim or link. */
export function citationList<T extends z.ZodType<Quoted>>(item: T) {
  return list(item, citationsMax, tooMany)
    .superRefine((citations, context) => {
      const found = faultOfEvidence(withCitations({ count: 0, length: 0 }, citations))
      if (found) refuse(context, found)
    })
    .default([])
}
