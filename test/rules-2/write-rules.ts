import { isCertainlyEarlier } from './dates.ts'
import { linkKindRules } from './link-kind-rules.ts'
import { linkShapeRules } from './link-shape-rules.ts'
import { type Reading, readingOf } from './reading.ts'
import type { PlainRecord } from './record.ts'
import { replacementRules } from './replacement-rules.ts'

/** §1.2: the write-time rules that refuse this record, by name. */
export function brokenRules(record: PlainRecord): string[] {
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
function citationRules({ claims, links }: Reading): string[] {
  return [
    ...claims.filter(({ kind, cited }) => kind === 'ruling' && !cited).map(() => 'ruling-cited'),
    ...claims
      .filter(({ withdrawn, withdrawalCited }) => withdrawn && !withdrawalCited)
      .map(() => 'withdrawal-cited'),
    ...links.filter(({ rel, cited }) => rel === 'concedes' && !cited).map(() => 'concession-cited'),
  ]
}

/** Rule 9, of the claim's own date and of the dates of affiliations. */
function dateRules({ claims, entered }: Reading): string[] {
  return [
    ...claims
      .filter(({ withdrawn, at }) => withdrawn && isCertainlyEarlier(withdrawn, at))
      .map(() => 'withdrawn-before-said'),
    ...entered.sources
      .flatMap(({ affiliations }) => affiliations)
      .filter(({ from, to }) => isCertainlyEarlier(to, from))
      .map(() => 'affiliation-ends-before-it-begins'),
  ]
}
