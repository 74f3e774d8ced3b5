import type { ClaimId } from '../../domain/ids.ts'
import { setsAside } from '../reading/may-attack.ts'
import { givenUpOf } from '../reading/concessions.ts'
import { noAttackerNode, rebuttalNode, type RebuttalPart } from './nodes.ts'
import { attackedBy, needs, type Part } from './part.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'

/**
 * What a rebuttal contributes (rules, 1.3). Every restatement of either side attacks every
 * restatement of the other, as if by one arc for each pair, in nodes and dependencies linear in the
 * size of both groups. An ended rebuttal attacks nothing.
 */
export function rebuttalParts(reading: Reading, link: RecordLink): readonly Part[] {
  if (link.ended || 'link' in link.to) return []
  const [from, onto] = [reading.group(link.from), reading.group(link.to.claim)]
  if (from.includes(link.to.claim)) return []
  const givenUp = givenUpOf(reading, link)
  const left = (members: readonly ClaimId[]) => members.filter((member) => !givenUp.has(member))
  return [
    ...sideParts(reading, link, false, left(from), left(onto)),
    ...sideParts(reading, link, true, left(onto), left(from)),
  ]
}

/** How one side attacks the other: claims by all, rulings by those rulings that they let. */
function sideParts(
  reading: Reading,
  { id: link }: RecordLink,
  isBack: boolean,
  attackers: readonly ClaimId[],
  attacked: readonly ClaimId[],
): readonly Part[] {
  const rulings = attackers.filter((claim) => reading.isRuling(claim))
  const settingAside = (target: ClaimId) => rulings.filter((a) => setsAside(reading, target, a))
  const [claims, hit] = divide(attacked, (claim) => !reading.isRuling(claim))
  const [exempt, open] =
    rulings.length === 0 ? [[], []] : divide(hit, (target) => settingAside(target).length > 0)
  return [
    ...part({ link, isBack, onto: 'claims' }, attackers, claims),
    ...part({ link, isBack, onto: 'rulings' }, rulings, open),
    ...exempt.flatMap((target) => {
      const gone = settingAside(target)
      const rest = rulings.filter((ruling) => !gone.includes(ruling))
      return part({ link, isBack, onto: { ruling: target } }, rest, [target])
    }),
  ]
}

/** A single attacker needs no node that stands for its set. */
function part(
  which: RebuttalPart,
  attackers: readonly ClaimId[],
  attacked: readonly ClaimId[],
): readonly Part[] {
  const [attacker] = attackers
  if (attacker === undefined || attacked.length === 0) return []
  const { link } = which
  const id = rebuttalNode(which)
  const meaning = { kind: 'rebuttal', link } as const
  const common = [needs(id, link), ...attacked.map((target) => attackedBy(target, id))]
  if (attackers.length === 1)
    return [{ id, meaning, dependencies: [needs(id, attacker), ...common] }]

  const none = noAttackerNode(which)
  return [
    {
      id: none,
      meaning: { kind: 'no_attacker', link },
      dependencies: attackers.map((member) => attackedBy(none, member)),
    },
    { id, meaning, dependencies: [attackedBy(id, none), ...common] },
  ]
}

function divide<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}
