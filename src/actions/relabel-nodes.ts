import type { GraphChange } from '../engine/diff.ts'
import { unsettled, type NodeId, type NodeState } from '../engine/graph.ts'
import { labelAll } from '../engine/label.ts'
import { graphOfAdded, type PartialGraph } from '../engine/partial-graph.ts'
import { relabel } from '../engine/relabel.ts'
import type { Db } from '../store/db.ts'
import { answerGraph, loadComponent } from '../store/graph.ts'
import { insertNodes, rewire, updateNodeStates } from '../store/nodes.ts'

/** What became of the labels around a change of the graph. */
export interface RelabelledNodes {
  /** The nodes whose label differs from before. */
  readonly relabelled: readonly NodeId[]
  /** Of the nodes that the change added. */
  readonly states: ReadonlyMap<NodeId, NodeState>
}

/**
 * Writes a change of the graph and brings the labels around it up to date. Where most of a component
 * is affected, the component is labelled from nothing.
 */
export async function relabelNodes(tx: Db, change: GraphChange): Promise<RelabelledNodes> {
  await rewire(tx, change)
  const { relabelled, states } = await label(tx, change)
  const added = new Map(
    change.addedNodes.map(({ id, forced }) => [id, states.get(id) ?? unsettled(forced)]),
  )
  await insertNodes(tx, change.addedNodes, added)
  await updateNodeStates(tx, new Map([...states].filter(([id]) => !added.has(id))))
  return { relabelled, states: added }
}

/** So many labels may be touched beyond those of the nodes that differ. */
const spreadMax = 2000

async function label(
  tx: Db,
  change: GraphChange,
): Promise<{ relabelled: readonly NodeId[]; states: ReadonlyMap<NodeId, NodeState> }> {
  const graph = graphOfAdded(change)
  const relabelling = relabel(graph, change.seeds, change.seeds.length * 2 + spreadMax)
  let step = relabelling.next()
  while (!step.done) {
    await answerGraph(tx, graph, step.value)
    step = relabelling.next()
  }
  return step.value.gaveUp ? relabelComponent(tx, graph, change.seeds) : step.value
}

async function relabelComponent(tx: Db, graph: PartialGraph, seeds: readonly NodeId[]) {
  const component = await loadComponent(tx, graph, seeds)
  const states = new Map(
    [...labelAll(component)].filter(([node, now]) => isOther(graph.states.get(node), now)),
  )
  const relabelled = [...states].flatMap(([node, { label }]) =>
    graph.states.get(node)?.label === label ? [] : [node],
  )
  return { relabelled, states }
}

function isOther(before: NodeState | undefined, now: NodeState): boolean {
  return before?.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
