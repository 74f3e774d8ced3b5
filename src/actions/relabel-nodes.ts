import type { NodeId, NodeState } from '../engine/graph.ts'
import { labelAll } from '../engine/label.ts'
import { emptyGraph } from '../engine/partial-graph.ts'
import { relabel } from '../engine/relabel.ts'
import type { Db } from '../store/db.ts'
import { answerGraph, loadComponent } from '../store/graph.ts'
import { updateNodeStates } from '../store/nodes.ts'

export interface RelabelledNodes {
  /** The nodes whose label differs. */
  readonly relabelled: readonly NodeId[]
  /** How many labels were withdrawn and given, or stood in a component that was labelled anew. */
  readonly touched: number
}

/**
 * Brings the labels around some nodes up to date. Where most of a component is affected, the
 * component is labelled from nothing.
 */
export async function relabelNodes(tx: Db, seeds: readonly NodeId[]): Promise<RelabelledNodes> {
  const graph = emptyGraph()
  const relabelling = relabel(graph, seeds)
  let step = relabelling.next()
  while (!step.done) {
    await answerGraph(tx, graph, step.value)
    step = relabelling.next()
  }
  if (step.value.gaveUp) return relabelComponent(tx, seeds)
  await updateNodeStates(tx, step.value.states)
  return { relabelled: step.value.relabelled, touched: step.value.touches }
}

async function relabelComponent(tx: Db, seeds: readonly NodeId[]): Promise<RelabelledNodes> {
  const { graph, states: before } = await loadComponent(tx, seeds)
  const now = labelAll(graph)
  const differing = [...now].filter(([node, state]) => isOther(before.get(node), state))
  await updateNodeStates(tx, new Map(differing))
  const relabelled = differing.flatMap(([node, { label }]) =>
    before.get(node)?.label === label ? [] : [node],
  )
  return { relabelled, touched: now.size }
}

function isOther(before: NodeState | undefined, now: NodeState): boolean {
  return before?.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
