import type { Breach } from './breach.ts'
import { isCertainlyEarlier } from './dates.ts'
import { linkKindRules } from './link-kind-rules.ts'
import { linkShapeRules } from './link-shape-rules.ts'
import { type Reading, readingOf } from './reading.ts'
import type { PlainRecord } from './record.ts'
import { replacementRules } from './replacement-rules.ts'

/** §1.2: the write-time rules that refuse this record, by name. */
export function brokenRules(record: PlainRecord): string[] {
  return breaches(record).map(({ rule }) => rule)
}

/** The same with what breaks each. */
export function breaches(record: PlainRecord): Breach[] {
  const reading = readingOf(record)
  return [
    ...linkShapeRules(reading),
    ...linkKindRules(reading),
    ...replacementRules(reading),
    ...citationRules(reading),
    ...dateRules(reading),
  ]
}

/** Rule 8: "a ruling, a withdrawal and a concession each need at least one citation". */
function citationRules({ claims, links }: Reading): Breach[] {
  return [
    ...named(
      'ruling-cited',
      claims.filter(({ kind, cited }) => kind === 'ruling' && !cited),
    ),
    ...named(
      'withdrawal-cited',
      claims.filter((each) => each.withdrawn && !each.withdrawalCited),
    ),
    ...named(
      'concession-cited',
      links.filter(({ rel, cited }) => rel === 'concedes' && !cited),
    ),
  ]
}

/** Rule 9, of the claim's own date and of the dates of affiliations. */
function dateRules({ claims, entered }: Reading): Breach[] {
  return [
    ...named(
      'withdrawn-before-said',
      claims.filter(({ withdrawn, at }) => withdrawn && isCertainlyEarlier(withdrawn, at)),
    ),
    ...named(
      'affiliation-ends-before-it-begins',
      entered.sources.filter(({ affiliations }) =>
        affiliations.some(({ from, to }) => isCertainlyEarlier(to, from)),
      ),
    ),
  ]
}

function named(rule: string, items: readonly { readonly id: string }[]): Breach[] {
  return items.map(({ id }) => ({ rule, item: id }))
}
