import type { NodeId, NodeState } from '../engine/graph.ts'
import { labelAll } from '../engine/label.ts'
import type { GraphQuestions, PartialGraph } from '../engine/partial-graph.ts'
import { relabel } from '../engine/relabel.ts'
import { loadComponent } from './graph.ts'

/** The labels around a change of the graph. */
export interface LabelledChange {
  /** The nodes whose label changed. */
  readonly relabelled: readonly NodeId[]
  /** The states that changed. */
  readonly states: ReadonlyMap<NodeId, NodeState>
  /** How many labels were removed and set, or belong to a component that was relabelled. */
  readonly touched: number
}

/** How many labels may be touched in addition to those of the changed nodes. */
const spreadMax = 2000

/**
 * Labels what a change of the graph reaches from its seeds. If that is most of a component, labels
 * the whole component from scratch. `answer` loads into the graph what is asked for.
 */
export async function labelChange(
  graph: PartialGraph,
  seeds: readonly NodeId[],
  answer: (asked: GraphQuestions) => Promise<void>,
): Promise<LabelledChange> {
  const relabelling = relabel(graph, seeds, seeds.length * 2 + spreadMax)
  let step = relabelling.next()
  while (!step.done) {
    await answer(step.value)
    step = relabelling.next()
  }
  if (step.value.gaveUp) return labelComponent(graph, seeds, answer)
  const { relabelled, states, touches } = step.value
  return { relabelled, states, touched: touches }
}

async function labelComponent(
  graph: PartialGraph,
  seeds: readonly NodeId[],
  answer: (asked: GraphQuestions) => Promise<void>,
): Promise<LabelledChange> {
  const now = labelAll(await loadComponent(graph, seeds, answer))
  const states = new Map([...now].filter(([node, state]) => isOther(graph.states.get(node), state)))
  const relabelled = [...states].flatMap(([node, { label }]) =>
    graph.states.get(node)?.label === label ? [] : [node],
  )
  return { relabelled, states, touched: now.size }
}

function isOther(before: NodeState | undefined, now: NodeState): boolean {
  return before?.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
