import type { Label, Status } from '../../../src/domain/status.ts'
import { claimNode, guardNode, isGuarded, labelOf } from './attacks.ts'
import { badgesOf } from './badges.ts'
import { citesOf } from './cites.ts'
import type { Badges } from './golden-cases.ts'
import { labelled } from './labelled.ts'
import type { PlainRecord } from './record.ts'
import { statusOf } from './status.ts'

export interface Evaluation {
  readonly claims: Record<
    string,
    { label: Label; status: Status; cites: readonly string[]; badges: Badges }
  >
  readonly guards: Record<string, Label>
}

/**
 * Version 2 of the rules of statuses, computed naively from the page alone: an independent check of
 * the engine. It lives in test/rules-2 until the engine computes version 2, then replaces
 * test/oracle.
 */
export function evaluate(record: PlainRecord): Evaluation {
  const all = labelled(record)
  const evaluation: Evaluation = { claims: {}, guards: {} }
  for (const { id } of all.reading.claims) {
    const status = statusOf(all, id)
    evaluation.claims[id] = {
      label: labelOf(all.labels, claimNode(id)),
      status,
      cites: citesOf(all, id, status),
      badges: badgesOf(all, id),
    }
  }
  for (const { id } of all.reading.links.filter(isGuarded)) {
    evaluation.guards[id] = labelOf(all.labels, guardNode(id))
  }
  return evaluation
}
