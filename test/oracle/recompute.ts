import type { Label, Status } from '../../src/domain/status.ts'
import { citesOf } from './cites.ts'
import { claimNode, guardNode } from './dependencies.ts'
import { labelled } from './findings.ts'
import { given, read } from './reading.ts'
import type { PlainRecord } from './record.ts'
import { statusOf } from './status.ts'
import { isTwoWayUndercut } from './two-way.ts'

export interface Recomputed {
  /** The claims that are not voided. */
  claims: Map<string, { label: Label; status: Status; cites: string[] }>
  /** The labels of the links that can be undercut and are not voided. */
  guards: Map<string, Label>
  /** The undercuts that are not voided, and whether each is two-way. */
  twoWay: Map<string, boolean>
}

/** Every label, status and cite of a record from the published rules alone: slow, no short cuts. */
export function recompute(record: PlainRecord): Recomputed {
  const known = labelled(read(record))
  const { claims, links } = known.record
  const guarded = links.filter(({ id }) => known.labels.has(guardNode(id)))
  const undercuts = links.filter(({ relation }) => relation === 'undercuts')
  return {
    claims: new Map(
      claims.map((claim) => {
        const label = given(known.labels, claimNode(claim.id))
        const status = statusOf(known, claim)
        return [claim.id, { label, status, cites: citesOf(known, claim, status) }]
      }),
    ),
    guards: new Map(guarded.map(({ id }) => [id, given(known.labels, guardNode(id))])),
    twoWay: new Map(undercuts.map((link) => [link.id, isTwoWayUndercut(known, link)])),
  }
}
