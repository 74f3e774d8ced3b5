import type { GraphChange } from '../../engine/diff.ts'
import { unsettled, type NodeId, type NodeState } from '../../engine/graph.ts'
import { labelAll } from '../../engine/label.ts'
import { graphOfAdded, type PartialGraph } from '../../engine/partial-graph.ts'
import { relabel } from '../../engine/relabel.ts'
import type { Db } from '../../store/database/db.ts'
import { answerGraph, loadComponent } from '../../store/graph.ts'
import type { Behind } from './in-turn.ts'
import { insertDependencies, insertNodes, rewire, updateNodeStates } from '../../store/nodes.ts'

/** What became of the labels around a change of the graph. */
export interface RelabelledNodes {
  /** The nodes whose label differs from before. */
  readonly relabelled: readonly NodeId[]
  /** Of those that were labelled; of a change that was written, those of the nodes that it added. */
  readonly states: ReadonlyMap<NodeId, NodeState>
  /** How many labels were withdrawn and given, or stood in a component that was labelled anew. */
  readonly touched: number
}

/**
 * Writes a change of the graph and brings the labels around it up to date. Where most of a component
 * is affected, the component is labelled from nothing.
 */
export async function relabelNodes(
  tx: Db,
  change: GraphChange,
  behind: Behind,
): Promise<RelabelledNodes> {
  await rewire(tx, change)
  await behind.start(() => insertDependencies(tx, change))
  const { relabelled, states, touched } = await label(tx, change)
  const added = new Map(
    change.addedNodes.map(({ id, forced }) => [id, states.get(id) ?? unsettled(forced)]),
  )
  await behind.start(() => insertNodes(tx, change.addedNodes, added))
  await behind.start(() =>
    updateNodeStates(tx, new Map([...states].filter(([id]) => !added.has(id)))),
  )
  return { relabelled, states: added, touched }
}

/** So many labels may be touched beyond those of the nodes that differ. */
const spreadMax = 2000

async function label(tx: Db, change: GraphChange): Promise<RelabelledNodes> {
  const graph = graphOfAdded(change)
  const relabelling = relabel(graph, change.seeds, change.seeds.length * 2 + spreadMax)
  let step = relabelling.next()
  while (!step.done) {
    await answerGraph(tx, graph, step.value)
    step = relabelling.next()
  }
  if (step.value.gaveUp) return relabelComponent(tx, graph, change.seeds)
  const { relabelled, states, touches } = step.value
  return { relabelled, states, touched: touches }
}

async function relabelComponent(
  tx: Db,
  graph: PartialGraph,
  seeds: readonly NodeId[],
): Promise<RelabelledNodes> {
  const component = await loadComponent(tx, graph, seeds)
  const now = labelAll(component)
  const states = new Map([...now].filter(([node, state]) => isOther(graph.states.get(node), state)))
  const relabelled = [...states].flatMap(([node, { label }]) =>
    graph.states.get(node)?.label === label ? [] : [node],
  )
  return { relabelled, states, touched: now.size }
}

function isOther(before: NodeState | undefined, now: NodeState): boolean {
  return before?.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
