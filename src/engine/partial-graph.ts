import type { Dependency, NodeId, NodeState } from './graph.ts'

/** As much of the graph as was asked for. Whoever drives the relabelling fills it between questions. */
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

/** A graph of which nothing was loaded, but what is known of the nodes that are new. */
export function emptyGraph(
  users: ReadonlyMap<NodeId, readonly NodeId[]> = new Map(),
): PartialGraph {
  return { states: new Map(), dependencies: new Map(), users: new Map(users) }
}
