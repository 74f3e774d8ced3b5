import type { Label, Status } from '../../src/domain/status.ts'
import { rulesRecord, type PlainRecord } from './record.ts'
import { evaluate } from './rules/evaluate.ts'
import type { Badges } from './rules/golden-cases.ts'
import { isTwoWay } from './rules/parties.ts'
import { readingOf } from './rules/reading.ts'

export interface Recomputed {
  /** The claims that are not voided. */
  claims: Map<string, { label: Label; status: Status; cites: readonly string[] }>
  /** Those of the claims that are not voided. */
  badges: Map<string, Badges>
  /** The labels of the links that can be undercut and are not voided. */
  guards: Map<string, Label>
  /** The undercuts that are not voided, and whether each is two-way. */
  twoWay: Map<string, boolean>
}

/** Every label, status and cite of a record from the published rules alone: slow, no short cuts. */
export function recompute(record: PlainRecord): Recomputed {
  const rules = rulesRecord(record)
  const { claims, guards } = evaluate(rules)
  const reading = readingOf(rules)
  const undercuts = reading.links.filter(({ rel }) => rel === 'undercuts')
  return {
    claims: new Map(
      Object.entries(claims).map(([id, { label, status, cites }]) => [
        id,
        { label, status, cites },
      ]),
    ),
    badges: new Map(Object.entries(claims).map(([id, { badges }]) => [id, badges])),
    guards: new Map(Object.entries(guards)),
    twoWay: new Map(undercuts.map((link) => [link.id, isTwoWay(reading, link)])),
  }
}
