import { ChangedGraph } from '../engine/graph/changed-graph.ts'
import type { GraphChange } from '../engine/graph/diff.ts'
import type { CompiledNode, GraphNode, NodeId, NodeState } from '../engine/graph/graph.ts'
import { labelAll, labelOf } from '../engine/graph/label.ts'
import type { LabelView } from '../engine/graph/label-view.ts'
import { graphOfAdded } from '../engine/graph/partial-graph.ts'
import { relabel } from '../engine/graph/relabel.ts'
import type { Label } from '../domain/status.ts'
import type { Db } from './database/db.ts'
import { answerGraph, loadCone, loadStates } from './graph.ts'

/** How much is loaded to find the labels. */
export interface Effort {
  /** The nodes on which those asked about depend. */
  readonly cone: number
  /** The labels touched when a change is followed, besides those of the changed nodes. */
  readonly touches: number
  /** How often parts of the graph are loaded meanwhile. */
  readonly rounds: number
}

const usualEffort: Effort = { cone: 1000, touches: 500, rounds: 60 }

/**
 * The labels that a change of the graph would bring, over the stored ones. Nothing is written.
 *
 * The nodes asked about are labelled from scratch, with all that they depend on. If that is too much,
 * the change is followed from where it begins, as for a write. Only if both reach far is everything
 * loaded on which the nodes depend.
 */
export class HypotheticalLabels implements LabelView {
  readonly #stored: LabelView
  readonly #change: GraphChange
  readonly #effort: Effort
  readonly #note: (node: NodeId) => void
  readonly #compiled: ReadonlyMap<NodeId, CompiledNode>
  readonly #gone: ReadonlySet<NodeId>
  readonly #asked = new Set<NodeId>()
  #isMissing = false
  /** The states of the nodes asked about and of all that they depend on. */
  #cone: ReadonlyMap<NodeId, NodeState> = new Map()
  /** What the change brings, if it was followed. */
  #reached: ReadonlyMap<NodeId, NodeState> | undefined

  /** @param note told of every stored node that is read */
  constructor(
    stored: LabelView,
    change: GraphChange,
    { effort = usualEffort, note }: { effort?: Effort; note: (node: NodeId) => void },
  ) {
    this.#stored = stored
    this.#change = change
    this.#effort = effort
    this.#note = note
    this.#compiled = new Map(
      [...change.addedNodes, ...change.changedNodes].map((node) => [node.id, node]),
    )
    this.#gone = new Set(change.removedNodes.map(({ id }) => id))
  }

  label(node: NodeId): Label {
    this.#note(node)
    if (this.#gone.has(node)) return 'UNDEC'
    if (this.#reached === undefined) return this.#labelInCone(node)
    const state = this.#reached.get(node)
    if (state !== undefined) return labelOf(state)
    return this.#isAdded(node) ? 'UNDEC' : this.#stored.label(node)
  }

  isForced(node: NodeId): boolean {
    this.#note(node)
    if (this.#gone.has(node)) return false
    return this.#compiled.get(node)?.forced ?? this.#stored.isForced(node)
  }

  isTwoWay(node: NodeId): boolean {
    this.#note(node)
    if (this.#gone.has(node)) return false
    const meaning = this.#compiled.get(node)?.meaning
    if (meaning === undefined) return this.#stored.isTwoWay(node)
    return meaning.kind === 'undercut' && meaning.twoWay
  }

  /** Computes the labels that were missing; false if none was. */
  async load(db: Db): Promise<boolean> {
    if (!this.#isMissing) return false
    this.#isMissing = false
    const joined = this.#change.addedDependencies.map(({ on }) => on)
    const from = [...new Set([...this.#asked, ...joined])]
    const { cone: max } = this.#effort
    let cone = await loadCone(db, from, max + 1)
    if (cone.length > max) {
      this.#reached = await statesAfter(db, this.#change, this.#effort, this.#note)
      if (this.#reached !== undefined) return true
      cone = await loadCone(db, from, null)
    }
    for (const node of cone) {
      this.#note(node.id)
      // Also those that are missing: they may be added.
      for (const { on } of node.dependencies) this.#note(on)
    }
    const stored = new Map<NodeId, GraphNode>(cone.map((node) => [node.id, node]))
    this.#cone = labelAll(new ChangedGraph(this.#change).whole(stored))
    return true
  }

  #labelInCone(node: NodeId): Label {
    if (!this.#asked.has(node)) {
      this.#asked.add(node)
      this.#isMissing = true
    }
    return labelOf(this.#cone.get(node))
  }

  #isAdded(node: NodeId): boolean {
    return this.#change.addedNodes.some(({ id }) => id === node)
  }
}

/** The states that a change brings; undefined if it reaches further than the effort. */
async function statesAfter(
  db: Db,
  change: GraphChange,
  { touches, rounds }: Effort,
  note: (node: NodeId) => void,
): Promise<ReadonlyMap<NodeId, NodeState> | undefined> {
  const graph = graphOfAdded(change)
  const changed = new ChangedGraph(change)
  const joined = change.addedDependencies.flatMap(({ node, on }) => [node, on])
  await loadStates(db, graph, [...new Set(joined)])
  changed.apply(graph, { dependenciesOf: [], usersOf: [] })
  const relabelling = relabel(graph, change.seeds, change.seeds.length * 2 + touches)
  let step = relabelling.next()
  for (let round = 0; !step.done; round++) {
    if (round === rounds) return undefined
    changed.apply(graph, await answerGraph(db, graph, step.value))
    step = relabelling.next()
  }
  if (step.value.gaveUp) return undefined
  for (const node of [graph.states, graph.dependencies, graph.users].flatMap((it) => [
    ...it.keys(),
  ]))
    note(node)
  return step.value.states
}
