import type { GraphChange } from './diff.ts'
import { unsettled, type Dependency, type NodeId, type NodeState } from './graph.ts'

/** The part of the graph that was requested. The driver of relabelling loads more between runs. */
export interface PartialGraph {
  /** The state before relabelling, but with current forced flags; a new node is `unsettled`. */
  readonly states: Map<NodeId, NodeState>
  readonly dependencies: Map<NodeId, readonly Dependency[]>
  readonly users: Map<NodeId, readonly NodeId[]>
}

export interface GraphQuestions {
  /** Wanted: each node's own state, its dependencies, and the states of these. */
  readonly dependenciesOf: readonly NodeId[]
  /** Wanted: the nodes that depend on each node, and the states of these. */
  readonly usersOf: readonly NodeId[]
}

/**
 * A graph of which nothing is loaded. Added nodes are known completely: only what the change adds
 * with them can depend on them, or they on it. Those that also depend on older nodes must still be
 * queried, for the states of these.
 */
export function graphOfAdded({
  addedNodes,
  addedDependencies,
}: Pick<GraphChange, 'addedNodes' | 'addedDependencies'>): PartialGraph {
  const byNode = Map.groupBy(addedDependencies, ({ node }) => node)
  const byOther = Map.groupBy(addedDependencies, ({ on }) => on)
  const states = new Map(addedNodes.map(({ id, forced }) => [id, unsettled(forced)]))
  const dependencies = new Map<NodeId, readonly Dependency[]>()
  const users = new Map<NodeId, readonly NodeId[]>()
  for (const { id } of addedNodes) {
    const own = byNode.get(id) ?? []
    if (own.every(({ on }) => states.has(on))) dependencies.set(id, own)
    users.set(
      id,
      (byOther.get(id) ?? []).map(({ node }) => node),
    )
  }
  return { states, dependencies, users }
}
