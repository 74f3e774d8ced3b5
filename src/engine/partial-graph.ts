import type { GraphChange } from './diff.ts'
import { unsettled, type Dependency, type NodeId, type NodeState } from './graph.ts'

/** As much of the graph as was asked for. The driver of the relabelling fills it between questions. */
export interface PartialGraph {
  /** Before the relabelling, but with the forced flags of now; a new node is `unsettled`. */
  readonly states: Map<NodeId, NodeState>
  readonly dependencies: Map<NodeId, readonly Dependency[]>
  readonly users: Map<NodeId, readonly NodeId[]>
}

export interface GraphQuestions {
  /** Wanted: each node's own state, its dependencies, and the state of each of these. */
  readonly dependenciesOf: readonly NodeId[]
  /** Wanted: the nodes that depend on each node, and the state of each of these. */
  readonly usersOf: readonly NodeId[]
}

/**
 * A graph of which nothing was loaded. The nodes that a change adds are known: nothing can depend on
 * them, nor they on anything, but what the change adds with them. Those that depend on others too
 * are still to be asked about, since of these the states are wanted.
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
