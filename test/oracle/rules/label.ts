import type { Label } from '../../../src/domain/status.ts'

/** What a node depends on (§1.3): `n ⊢ +m` are its needs, `n ⊢ -m` its attackers. */
export interface Node {
  readonly isForcedOut: boolean
  readonly needs: readonly string[]
  readonly attackers: readonly string[]
}
export type Graph = ReadonlyMap<string, Node>

/**
 * §0 and §1.5, the least fixpoint from all UNDEC: "a node is IN when everything it needs is IN and
 * everything that attacks it is OUT; it is OUT when something it needs is OUT or something that
 * attacks it is IN; everything this never settles is UNDEC."
 */
export function labelsOf(graph: Graph): Map<string, Label> {
  let labels = new Map<string, Label>([...graph.keys()].map((node) => [node, 'UNDEC']))
  for (;;) {
    const next = new Map([...graph].map(([id, node]) => [id, ruleFor(node, labels)]))
    if ([...next].every(([id, label]) => labels.get(id) === label)) return labels
    labels = next
  }
}

function ruleFor(
  { isForcedOut, needs, attackers }: Node,
  labels: ReadonlyMap<string, Label>,
): Label {
  if (isForcedOut) return 'OUT'
  if (needs.some((node) => labels.get(node) === 'OUT')) return 'OUT'
  if (attackers.some((node) => labels.get(node) === 'IN')) return 'OUT'
  const isIn =
    needs.every((node) => labels.get(node) === 'IN') &&
    attackers.every((node) => labels.get(node) === 'OUT')
  return isIn ? 'IN' : 'UNDEC'
}
