import type { GraphChange } from '../../engine/diff.ts'
import { unsettled } from '../../engine/graph.ts'
import { graphOfAdded } from '../../engine/partial-graph.ts'
import type { Db } from '../../store/database/db.ts'
import { answerGraph } from '../../store/graph.ts'
import { labelChange, type LabelledChange } from '../../store/labelled-change.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import { insertDependencies, insertNodes, rewire, updateNodeStates } from '../../store/nodes.ts'

/**
 * Writes a change of the graph and updates the labels around it. The states that it returns are
 * those of the nodes that the change adds.
 */
export async function relabelNodes(
  tx: Db,
  change: GraphChange,
  deferred: DeferredStatements,
): Promise<LabelledChange> {
  await rewire(tx, change)
  await deferred.start(() => insertDependencies(tx, change))
  const graph = graphOfAdded(change)
  const { relabelled, states, touched } = await labelChange(graph, change.seeds, (asked) =>
    answerGraph(tx, graph, asked),
  )
  const added = new Map(
    change.addedNodes.map(({ id, forced }) => [id, states.get(id) ?? unsettled(forced)]),
  )
  await deferred.start(() => insertNodes(tx, change.addedNodes, added))
  await deferred.start(() =>
    updateNodeStates(tx, new Map([...states].filter(([id]) => !added.has(id)))),
  )
  return { relabelled, states: added, touched }
}
