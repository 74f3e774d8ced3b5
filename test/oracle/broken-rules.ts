import { rulesRecord, type PlainRecord } from './record.ts'
import type { Breach } from './rules/breach.ts'
import { breaches } from './rules/write-rules.ts'
import { asRead, brokenSourceRules } from './source-rules.ts'

/**
 * Which links break which rules; a duplicate and a cycle are charged to all their links. What is
 * voided or ended breaks none.
 */
export function brokenRules(record: PlainRecord): Breach[] {
  const ended = new Set(record.links.filter(({ ended }) => ended).map(({ id }) => id))
  return [
    ...breaches(rulesRecord(asRead(record))).filter(({ item }) => !ended.has(item)),
    ...brokenSourceRules(record),
  ]
}
