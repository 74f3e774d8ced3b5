import type { GraphChange } from '../engine/diff.ts'
import type { NodeId } from '../engine/graph.ts'
import { graphOfAdded, type PartialGraph } from '../engine/partial-graph.ts'
import type { Db } from './database/db.ts'
import { answerGraph, loadStates } from './graph.ts'
import { labelChange, type LabelledChange } from './labelled-change.ts'

/** The labels that a change of the graph would bring. Nothing is written. */
export async function labelHypothetically(db: Db, change: GraphChange): Promise<LabelledChange> {
  const graph = graphOfAdded(change)
  const added = new Set(change.addedNodes.map(({ id }) => id))
  const joined = change.addedDependencies.flatMap(({ node, on }) => [node, on])
  await loadStates(
    db,
    graph,
    [...new Set(joined)].filter((id) => !added.has(id)),
  )
  const patch = patchOf(graph, change)
  patch([], [])
  return labelChange(graph, change.seeds, async (asked) => {
    await answerGraph(db, graph, asked)
    patch(asked.dependenciesOf, asked.usersOf)
  })
}

/** Applies the change to what was just loaded of the graph as stored. */
function patchOf(graph: PartialGraph, change: GraphChange) {
  const added = {
    byNode: Map.groupBy(change.addedDependencies, ({ node }) => node),
    byOther: Map.groupBy(change.addedDependencies, ({ on }) => on),
  }
  const removed = new Set(change.removedDependencies.map(({ node, on }) => `${node} ${on}`))
  return (dependenciesOf: readonly NodeId[], usersOf: readonly NodeId[]): void => {
    for (const node of dependenciesOf) {
      const stored = graph.dependencies.get(node) ?? []
      graph.dependencies.set(node, [
        ...stored.filter(({ on }) => !removed.has(`${node} ${on}`)),
        ...(added.byNode.get(node) ?? []).map(({ on, needs }) => ({ on, needs })),
      ])
    }
    for (const node of usersOf) {
      const stored = graph.users.get(node) ?? []
      graph.users.set(node, [
        ...stored.filter((user) => !removed.has(`${user} ${node}`)),
        ...(added.byOther.get(node) ?? []).map((dependency) => dependency.node),
      ])
    }
    for (const { id } of change.removedNodes) graph.states.delete(id)
    for (const { id, forced } of change.changedNodes) {
      const state = graph.states.get(id)
      if (state !== undefined && state.forced !== forced) graph.states.set(id, { ...state, forced })
    }
  }
}
