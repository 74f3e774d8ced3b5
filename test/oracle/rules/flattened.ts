import type { Label } from '../../../src/domain/status.ts'
import type { Graph } from './label.ts'

/**
 * §1.3: the graph as a plain framework of Dung. "`n ⊢ -m` is an attack m→n; `n ⊢ +m` is m→aux→n with
 * one auxiliary argument; forced OUT is an unattacked attacker."
 */
export function flattenedLabelsOf(graph: Graph): Map<string, Label> {
  const attackers = new Map<string, string[]>()
  for (const [n, node] of graph) {
    const onto = [...node.attackers]
    for (const m of node.needs) {
      attackers.set(`not ${m}`, [m])
      onto.push(`not ${m}`)
    }
    if (node.isForcedOut) {
      attackers.set(`against ${n}`, [])
      onto.push(`against ${n}`)
    }
    attackers.set(n, onto)
  }
  const grounded = groundedExtensionOf(attackers)
  return new Map(
    [...graph.keys()].map((n) => {
      if (grounded.has(n)) return [n, 'IN']
      return [n, attackers.get(n)?.some((m) => grounded.has(m)) ? 'OUT' : 'UNDEC']
    }),
  )
}

/** The least fixpoint of Dung's characteristic function: what a set defends, from the empty set. */
function groundedExtensionOf(attackers: ReadonlyMap<string, readonly string[]>): Set<string> {
  let extension = new Set<string>()
  for (;;) {
    const isBeaten = (m: string) => attackers.get(m)?.some((k) => extension.has(k))
    const defended = [...attackers].filter(([, onto]) => onto.every(isBeaten)).map(([n]) => n)
    if (defended.length === extension.size) return extension
    extension = new Set(defended)
  }
}
