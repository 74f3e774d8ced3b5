import { arcNode, claimNode, guardNode, hasArc, isGuarded } from './attacks.ts'
import type { GivenUp } from './concessions.ts'
import { isTwoWay } from './parties.ts'
import type { Graph, Node } from './label.ts'
import { lifeOf } from './lifecycle.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** Adds the nodes and dependencies of one rebuttal between different groups. */
export type CompileRebuttal = (draft: Draft, reading: Reading, sides: Sides, link: Link) => void

/** The groups of A and B, each less the members that gave the link up (§1.3). */
type Sides = readonly [readonly string[], readonly string[]]

/** §1.3, the table: what the record compiles to. */
export function compile(
  reading: Reading,
  givenUp: readonly GivenUp[],
  compileRebuttal: CompileRebuttal,
): Graph {
  const draft = new Draft()
  for (const claim of reading.claims) {
    draft.add(claimNode(claim.id), lifeOf(reading, givenUp, claim) !== 'active')
  }
  for (const link of reading.links.filter(isGuarded)) {
    const isGivenUp = givenUp.some((each) => each.link === link.id)
    const isForcedOut = link.ended !== null || (link.rel === 'undercuts' && isGivenUp)
    draft.add(guardNode(link.id), isForcedOut)
  }
  for (const link of reading.links) {
    const [x, y] = [
      reading.group(link.from),
      reading.findLink(link.to) ? [] : reading.group(link.to),
    ]
    if (link.rel === 'rebuts' && !x.includes(link.to)) {
      const isLeft = (c: string) => !givenUp.some((one) => one.link === link.id && one.by === c)
      compileRebuttal(draft, reading, [x.filter(isLeft), y.filter(isLeft)], link)
    }
    if (link.rel === 'undercuts' && hasArc(reading, link)) compileUndercut(draft, reading, link)
    if (link.rel === 'relies_on' && !link.ended) compileReliance(draft, y, link)
  }
  return draft.nodes
}

/** "x ⊢ +A, x ⊢ +l, T ⊢ -x; if two-way also x ⊢ -T." */
function compileUndercut(draft: Draft, reading: Reading, link: Link): void {
  const x = arcNode(link.id)
  const target = reading.findLink(link.to) ? guardNode(link.to) : claimNode(link.to)
  draft.add(x)
  draft.needs(x, claimNode(link.from), guardNode(link.id))
  draft.attacks(x, target)
  if (isTwoWay(reading, link)) draft.attacks(target, x)
}

/** "x ⊢ -z(group(B)), x ⊢ +l; A ⊢ +x." */
function compileReliance(draft: Draft, group: readonly string[], link: Link): void {
  const x = arcNode(link.id)
  draft.add(x)
  draft.needs(x, guardNode(link.id))
  draft.attacks(draft.noneOf(group), x)
  draft.needs(claimNode(link.from), x)
}

/** A graph in the making. */
export class Draft {
  readonly nodes = new Map<string, Node & { needs: string[]; attackers: string[] }>()

  add(node: string, isForcedOut = false): void {
    if (!this.nodes.has(node)) this.nodes.set(node, { isForcedOut, needs: [], attackers: [] })
  }
  /** n ⊢ +m, for each m. */
  needs(n: string, ...ms: readonly string[]): void {
    this.nodes.get(n)?.needs.push(...ms)
  }
  /** n ⊢ -m. */
  attacks(m: string, n: string): void {
    this.nodes.get(n)?.attackers.push(m)
  }
  /** z(M): "no member of M stands". */
  noneOf(members: readonly string[]): string {
    const z = noneNode(members)
    if (!this.nodes.has(z)) {
      this.add(z)
      for (const m of members) this.attacks(claimNode(m), z)
    }
    return z
  }
}

export const noneNode = (members: readonly string[]) => `none of ${members.toSorted().join(' ')}`
