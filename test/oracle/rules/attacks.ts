import type { Label } from '../../../src/domain/status.ts'
import type { GivenUp } from './concessions.ts'
import { isTwoWay } from './parties.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** §1.3, attacks: what statuses and cites speak of. */
export interface Attack {
  readonly from: string
  /** A claim or a link. */
  readonly onto: string
  readonly through: Link
  readonly isOneWay: boolean
  label(labels: ReadonlyMap<string, Label>): Label
}

const order: readonly Label[] = ['OUT', 'UNDEC', 'IN']

export function attacksIn(reading: Reading, givenUp: readonly GivenUp[]): Attack[] {
  return reading.links.flatMap((link) => {
    if (link.rel === 'rebuts') return rebuttals(reading, givenUp, link)
    return link.rel === 'undercuts' && hasArc(reading, link) ? [undercut(reading, link)] : []
  })
}

/** §1.3, rebuttals: every member of one group attacks every member of the other, as far as it may. */
function rebuttals(reading: Reading, givenUp: readonly GivenUp[], link: Link): Attack[] {
  const [one, other] = [reading.group(link.from), reading.group(link.to)]
  if (one.includes(link.to)) return []
  const gaveUp = (c: string) => givenUp.some((each) => each.link === link.id && each.by === c)
  return [...pairs(one, other), ...pairs(other, one)]
    .filter(([a, b]) => mayAttack(reading, a, b))
    .map(([a, b]) => ({
      from: a,
      onto: b,
      through: link,
      isOneWay: !mayAttack(reading, b, a),
      label: (labels) =>
        gaveUp(a) || gaveUp(b)
          ? 'OUT'
          : lower(labelOf(labels, claimNode(a)), labelOf(labels, guardNode(link.id))),
    }))
}

/** §1.3: "unless rank(a) < rank(b), or b is a ruling that undercuts the ruling a by a live link". */
export function mayAttack(reading: Reading, a: string, b: string): boolean {
  if (!reading.isRuling(b)) return true
  if (!reading.isRuling(a)) return false
  return !reading.live('undercuts').some(({ from, to }) => from === b && to === a)
}

function undercut(reading: Reading, link: Link): Attack {
  return {
    from: link.from,
    onto: link.to,
    through: link,
    isOneWay: !isTwoWay(reading, link),
    label: (labels) => labelOf(labels, arcNode(link.id)),
  }
}

/**
 * §1.3: "No arc from rank 0 onto a ruling or a link that starts at one, nor from a claim onto itself
 * or a link that starts at it." A link without a guard has nothing to be attacked.
 */
export function hasArc(reading: Reading, { from, to }: Link): boolean {
  const target = reading.findLink(to)
  if (target && !isGuarded(target)) return false
  const hit = target ? target.from : to
  return hit !== from && (reading.isRuling(from) || !reading.isRuling(hit))
}

/** §1.3: the relations whose links are nodes. */
export function isGuarded({ rel }: Link): boolean {
  return rel === 'rebuts' || rel === 'undercuts' || rel === 'relies_on'
}

export const claimNode = (id: string) => `claim ${id}`
export const guardNode = (id: string) => `guard ${id}`
export const arcNode = (id: string) => `arc ${id}`

export function labelOf(labels: ReadonlyMap<string, Label>, node: string): Label {
  const label = labels.get(node)
  if (!label) throw new Error(`There is no node "${node}".`)
  return label
}

function lower(one: Label, other: Label): Label {
  return order.indexOf(one) < order.indexOf(other) ? one : other
}

function pairs(some: readonly string[], others: readonly string[]): (readonly [string, string])[] {
  return some.flatMap((one) => others.map((other) => [one, other] as const))
}
