import type { PlainLink } from './record.ts'
import { given, type Reading } from './reading.ts'
import { isTwoWayUndercut } from './two-way.ts'

/** n ⊢ +m for each of `needs`, n ⊢ -m for each of `attackers` (rules/1.md §1.3). */
export interface Node {
  isForcedOut: boolean
  needs: Set<string>
  attackers: Set<string>
}

/** An attack of a claim on a claim or on a guard. */
export interface Arc {
  node: string
  source: string
  target: string
  isOneWay: boolean
}

/** The record as nodes with needs and attackers. */
export interface Compiled {
  nodes: ReadonlyMap<string, Node>
  /** By node: what is made twice is one. */
  arcs: ReadonlyMap<string, Arc>
}

export const claimNode = (claim: string): string => `claim ${claim}`
export const guardNode = (link: string): string => `guard ${link}`

/** z_G, "no restatement of the basis stands": one node for the whole group. */
export function fallenNode(reading: Reading, basis: string): string {
  return `fallen ${[...given(reading.groups, basis)].sort().join(' ')}`
}

/** The table of rules/1.md §1.3, row by row. */
export function compile(reading: Reading): Compiled {
  const nodes = new Map<string, Node>()
  const arcs = new Map<string, Arc>()
  const isLive = (link: PlainLink) => reading.live.includes(link)
  const add = (id: string, needs: string[] = [], isForcedOut = false) => {
    nodes.set(id, { isForcedOut, needs: new Set(needs), attackers: new Set() })
  }
  const addArc = (link: string, source: string, target: string, isOneWay: boolean) => {
    const node = `arc ${link}: ${source} → ${target}`
    add(node, [claimNode(source), guardNode(link)])
    given(nodes, target).attackers.add(node)
    arcs.set(node, { node, source, target, isOneWay })
    return node
  }

  for (const { id, withdrawn } of reading.record.claims) {
    add(claimNode(id), [], withdrawn || isSuperseded(reading, id))
  }
  for (const link of reading.record.links) {
    const isGuarded = ['rebuts', 'undercuts', 'relies_on'].includes(link.relation)
    if (isGuarded) add(guardNode(link.id), [], !isLive(link))
  }

  for (const link of reading.record.links) {
    const { id, relation, from, to } = link
    if (relation === 'rebuts' && 'claim' in to) {
      for (const a of given(reading.groups, from)) {
        for (const b of given(reading.groups, to.claim)) {
          const [rankOfA, rankOfB] = [rank(reading, a), rank(reading, b)]
          if (rankOfA >= rankOfB) addArc(id, a, claimNode(b), rankOfA > rankOfB)
          if (rankOfB >= rankOfA) addArc(id, b, claimNode(a), rankOfB > rankOfA)
        }
      }
    }
    if (relation === 'undercuts') {
      const target = 'claim' in to ? claimNode(to.claim) : guardNode(to.link)
      const attacked = 'claim' in to ? to.claim : given(reading.links, to.link).from
      if (!nodes.has(target) || rank(reading, from) < rank(reading, attacked)) continue
      const isTwoWay = isTwoWayUndercut(reading, link)
      const arc = addArc(id, from, target, !isTwoWay)
      if (isTwoWay) given(nodes, arc).attackers.add(target)
    }
    if (relation === 'relies_on' && 'claim' in to && isLive(link)) {
      const fallen = fallenNode(reading, to.claim)
      add(fallen)
      for (const basis of given(reading.groups, to.claim)) {
        given(nodes, fallen).attackers.add(claimNode(basis))
      }
      const reliance = `reliance ${id}`
      add(reliance, [guardNode(id)])
      given(nodes, reliance).attackers.add(fallen)
      given(nodes, claimNode(from)).needs.add(reliance)
    }
  }
  return { nodes, arcs }
}

export function isSuperseded(reading: Reading, claim: string): boolean {
  return given(reading.superseders, claim).size > 0 || given(reading.conceders, claim).size > 0
}

function rank(reading: Reading, claim: string): number {
  return given(reading.claims, claim).kind === 'ruling' ? 1 : 0
}
