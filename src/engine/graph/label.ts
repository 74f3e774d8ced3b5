import type { Label } from '../../domain/status.ts'
import type { Contribution, Dependency, Graph, GraphNode, NodeId, NodeState } from './graph.ts'
import { unsettled } from './graph.ts'

/** The graph that all items of a record form together. */
export function assemble(contributions: Iterable<Contribution>): Graph {
  const graph = new Map<NodeId, GraphNode & { readonly dependencies: Dependency[] }>()
  const parts = [...contributions]
  for (const { nodes } of parts) {
    for (const { id, forced } of nodes) graph.set(id, { forced, dependencies: [] })
  }
  for (const { dependencies } of parts) {
    for (const { node, on, needs } of dependencies)
      graph.get(node)?.dependencies.push({ on, needs })
  }
  return graph
}

/** The label of a state. */
export function labelOf(state: NodeState | undefined): Label {
  return state?.label ?? 'UNDEC'
}

/**
 * Grounded labelling (Dung 1995) of a whole graph: a node is IN if everything it needs is IN and
 * everything that attacks it is OUT; it is OUT if something it needs is OUT or something that
 * attacks it is IN; everything that this never settles is UNDEC.
 *
 * Visits each dependency once, so it is linear in the size of the graph. Ranks and witnesses prove
 * the labels (semantics.md §2.1).
 */
export function labelAll(graph: Graph): Map<NodeId, NodeState> {
  const users = usersIn(graph)
  const states = new Map<NodeId, NodeState>()
  const unsatisfied = new Map<NodeId, number>()
  const settled: [NodeId, 'IN' | 'OUT', number][] = []

  const settle = (
    node: NodeId,
    label: 'IN' | 'OUT',
    rank: number,
    witness: NodeId | null,
    forced = false,
  ) => {
    states.set(node, { forced, label, rank, witness })
    settled.push([node, label, rank])
  }

  for (const [node, { forced, dependencies }] of graph) {
    unsatisfied.set(node, dependencies.length)
    if (forced) settle(node, 'OUT', 0, null, true)
    else if (dependencies.length === 0) settle(node, 'IN', 0, null)
    else states.set(node, unsettled(false))
  }

  // Ranks never decrease along the queue, so the dependency settled last has the greatest.
  for (const [node, label, rank] of settled) {
    for (const { user, needs } of users.get(node) ?? []) {
      if (states.get(user)?.label !== null) continue
      if (needs !== (label === 'IN')) {
        settle(user, 'OUT', rank + 1, node)
        continue
      }
      const left = (unsatisfied.get(user) ?? 0) - 1
      unsatisfied.set(user, left)
      if (left === 0) settle(user, 'IN', rank + 1, null)
    }
  }
  return states
}

interface Use {
  readonly user: NodeId
  readonly needs: boolean
}

function usersIn(graph: Graph): ReadonlyMap<NodeId, readonly Use[]> {
  const users = new Map<NodeId, Use[]>()
  for (const [user, { dependencies }] of graph) {
    for (const { on, needs } of dependencies) {
      const known = users.get(on)
      if (known === undefined) users.set(on, [{ user, needs }])
      else known.push({ user, needs })
    }
  }
  return users
}
