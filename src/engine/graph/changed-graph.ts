import type { GraphChange } from './diff.ts'
import type { Dependency, GraphNode, NodeId } from './graph.ts'
import type { GraphQuestions, PartialGraph } from './partial-graph.ts'

/** Makes of a graph as stored the graph after a change that is not stored. */
export class ChangedGraph {
  readonly #change: GraphChange
  readonly #removed: ReadonlySet<string>
  readonly #byNode: ReadonlyMap<NodeId, readonly { on: NodeId; needs: boolean }[]>
  readonly #usersOf: ReadonlyMap<NodeId, readonly NodeId[]>

  constructor(change: GraphChange) {
    const added = change.addedDependencies
    this.#change = change
    this.#removed = new Set(change.removedDependencies.map(({ node, on }) => `${node} ${on}`))
    this.#byNode = Map.groupBy(added, ({ node }) => node)
    this.#usersOf = new Map(
      [...Map.groupBy(added, ({ on }) => on)].map(([on, uses]) => [on, uses.map((it) => it.node)]),
    )
  }

  /** Applies the change to what a loader has just answered. */
  apply(graph: PartialGraph, { dependenciesOf, usersOf }: GraphQuestions): void {
    for (const node of dependenciesOf)
      graph.dependencies.set(node, this.#dependencies(node, graph.dependencies.get(node) ?? []))
    for (const node of usersOf) {
      const stored = graph.users.get(node) ?? []
      const left = stored.filter((user) => !this.#removed.has(`${user} ${node}`))
      graph.users.set(node, [...left, ...(this.#usersOf.get(node) ?? [])])
    }
    for (const { id } of this.#change.removedNodes) graph.states.delete(id)
    for (const { id, forced } of this.#change.changedNodes) {
      const state = graph.states.get(id)
      if (state !== undefined) graph.states.set(id, { ...state, forced })
    }
  }

  /** What a part of the stored graph that is closed under dependencies becomes. */
  whole(stored: ReadonlyMap<NodeId, GraphNode>): ReadonlyMap<NodeId, GraphNode> {
    const now = new Map([...stored].map(([id, { forced }]) => [id, forced]))
    for (const { id, forced } of this.#change.addedNodes) now.set(id, forced)
    for (const { id, forced } of this.#change.changedNodes) if (now.has(id)) now.set(id, forced)
    for (const { id } of this.#change.removedNodes) now.delete(id)
    return new Map(
      [...now].map(([id, forced]) => [
        id,
        { forced, dependencies: this.#dependencies(id, stored.get(id)?.dependencies ?? []) },
      ]),
    )
  }

  #dependencies(node: NodeId, stored: readonly Dependency[]): readonly Dependency[] {
    const left = stored.filter(({ on }) => !this.#removed.has(`${node} ${on}`))
    return [...left, ...(this.#byNode.get(node) ?? [])]
  }
}
