import type { GraphChange } from '../../engine/graph/diff.ts'
import { unsettled, type NodeId, type NodeState } from '../../engine/graph/graph.ts'
import { labelAll } from '../../engine/graph/label.ts'
import {
  graphOfAdded,
  type GraphQuestions,
  type PartialGraph,
} from '../../engine/graph/partial-graph.ts'
import { relabel } from '../../engine/graph/relabel.ts'
import type { Db } from '../../store/database/db.ts'
import { answerGraph, loadComponent } from '../../store/graph.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import type { Meter } from './meter.ts'
import type { Sharing } from '../../engine/change/sharing.ts'
import { insertDependencies, insertNodes, rewire, updateNodeStates } from '../../store/nodes.ts'

/** The labels around a change of the graph. */
export interface RelabelledNodes {
  /** The nodes whose label changed. */
  readonly relabelled: readonly NodeId[]
  /** The states of the nodes that were labelled; for a written change, of those that it added. */
  readonly states: ReadonlyMap<NodeId, NodeState>
  /** The nodes that have another state than before, whatever it is. */
  readonly moved: readonly NodeId[]
  /** How many labels were removed and set, or belong to a component that was relabelled. */
  readonly touched: number
}

/**
 * Writes a change of the graph and updates the labels around it. If most of a component is
 * affected, the whole component is labelled from scratch.
 */
export async function relabelNodes(
  tx: Db,
  change: GraphChange,
  {
    deferred,
    meter,
    sharing,
  }: {
    readonly deferred: DeferredStatements
    readonly meter: Meter
    readonly sharing: Sharing
  },
): Promise<RelabelledNodes> {
  const { batches } = sharing
  await rewire(tx, change)
  await deferred.start(() => insertDependencies(tx, change))
  const { states, ...labelled } = await label(tx, change, meter, sharing)
  const added = new Map(
    change.addedNodes.map(({ id, forced }) => [id, states.get(id) ?? unsettled(forced)]),
  )
  await deferred.start(() => insertNodes(tx, change.addedNodes, added, batches))
  await deferred.start(() =>
    updateNodeStates(tx, new Map([...states].filter(([id]) => !added.has(id))), batches),
  )
  return { ...labelled, states: added }
}

/** How many labels may be touched in addition to those of the changed nodes. */
const spreadMax = 2000

async function label(
  tx: Db,
  change: GraphChange,
  meter: Meter,
  sharing: Sharing,
): Promise<RelabelledNodes> {
  const graph = graphOfAdded(change)
  const load = async (asked: GraphQuestions) => {
    const { dependenciesOf } = await answerGraph(tx, graph, asked)
    meter.took(dependenciesOf.length)
  }
  const relabelling = relabel(graph, change.seeds, change.seeds.length * 2 + spreadMax)
  let step = relabelling.next()
  while (!step.done) {
    await load(step.value)
    step = relabelling.next()
  }
  if (step.value.gaveUp) {
    const component = await relabelComponent(graph, change.seeds, load)
    sharing.meetsGraph(graph, change)
    return component
  }
  sharing.meetsGraph(graph, change)
  const { relabelled, states, touches } = step.value
  return { relabelled, states, moved: [...states.keys()], touched: touches }
}

async function relabelComponent(
  graph: PartialGraph,
  seeds: readonly NodeId[],
  load: (asked: GraphQuestions) => Promise<void>,
): Promise<RelabelledNodes> {
  const component = await loadComponent(graph, seeds, load)
  const now = labelAll(component)
  const states = new Map([...now].filter(([node, state]) => isOther(graph.states.get(node), state)))
  const relabelled = [...states].flatMap(([node, { label }]) =>
    graph.states.get(node)?.label === label ? [] : [node],
  )
  return { relabelled, states, moved: [...states.keys()], touched: now.size }
}

function isOther(before: NodeState | undefined, now: NodeState): boolean {
  return before?.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
