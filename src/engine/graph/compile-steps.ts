import { hasArc } from '../reading/may-attack.ts'
import { targetOf } from '../record/links.ts'
import { lostBasisNode, relianceNode, undercutNode } from './nodes.ts'
import { isTwoWay } from '../reading/parties.ts'
import { attackedBy, needs, type Part } from './part.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'

/** The reverse attack of a two-way undercut targets the arc, not the claim that makes it. */
export function undercutPart(reading: Reading, link: RecordLink): readonly Part[] {
  if (!hasArc(reading, link)) return []
  const id = undercutNode(link.id)
  const target = targetOf(link)
  const twoWay = isTwoWay(reading, link)
  return [
    {
      id,
      meaning: { kind: 'undercut', link: link.id, twoWay },
      dependencies: [
        needs(id, link.from),
        needs(id, link.id),
        attackedBy(target, id),
        ...(twoWay ? [attackedBy(id, target)] : []),
      ],
    },
  ]
}

/** A dropped reliance leaves only its guard: dropping it makes no basis lost. */
export function reliancePart(reading: Reading, link: RecordLink): readonly Part[] {
  if (link.ended || 'link' in link.to) return []
  const lost = lostBasisNode(link.id)
  const reliance = relianceNode(link.id)
  const basis = link.to.claim
  return [
    {
      id: lost,
      meaning: { kind: 'lost_basis', link: link.id, basis },
      dependencies: reading.group(basis).map((member) => attackedBy(lost, member)),
    },
    {
      id: reliance,
      meaning: { kind: 'reliance', link: link.id, user: link.from },
      dependencies: [
        attackedBy(reliance, lost),
        needs(reliance, link.id),
        needs(link.from, reliance),
      ],
    },
  ]
}
