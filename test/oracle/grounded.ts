import type { Label } from '../../src/domain/status.ts'
import type { Node } from './dependencies.ts'

/**
 * The one sentence of rules/1.md §0, applied to every node again and again from all-UNDEC
 * until nothing moves. Its result is the least fixpoint: the grounded labelling.
 */
export function groundedLabels(nodes: ReadonlyMap<string, Node>): Map<string, Label> {
  let labels = new Map<string, Label>([...nodes.keys()].map((id) => [id, 'UNDEC']))
  for (;;) {
    const next = new Map([...nodes].map(([id, node]) => [id, labelOnce(node, labels)]))
    if ([...next].every(([id, label]) => labels.get(id) === label)) return next
    labels = next
  }
}

function labelOnce({ isForcedOut, needs, attackers }: Node, labels: Map<string, Label>): Label {
  const all = (ids: Set<string>, label: Label) => [...ids].every((id) => labels.get(id) === label)
  const some = (ids: Set<string>, label: Label) => [...ids].some((id) => labels.get(id) === label)
  if (isForcedOut || some(needs, 'OUT') || some(attackers, 'IN')) return 'OUT'
  return all(needs, 'IN') && all(attackers, 'OUT') ? 'IN' : 'UNDEC'
}
