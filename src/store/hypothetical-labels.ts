import { ChangedGraph } from '../engine/changed-graph.ts'
import type { GraphChange } from '../engine/diff.ts'
import type { CompiledNode, GraphNode, NodeId, NodeState } from '../engine/graph.ts'
import { labelAll, labelOf } from '../engine/label.ts'
import type { LabelView } from '../engine/label-view.ts'
import { graphOfAdded } from '../engine/partial-graph.ts'
import { relabel } from '../engine/relabel.ts'
import type { Label } from '../domain/status.ts'
import type { Db } from './database/db.ts'
import { answerGraph, loadCone, loadStates } from './graph.ts'

/** The labels that a change of the graph would bring, over the stored ones. Nothing is written. */
export class HypotheticalLabels implements LabelView {
  readonly #stored: LabelView
  readonly #change: GraphChange
  readonly #compiled: ReadonlyMap<NodeId, CompiledNode>
  readonly #gone: ReadonlySet<NodeId>
  /** What the change brought; undefined if it reaches too far. */
  readonly #reached: ReadonlyMap<NodeId, NodeState> | undefined
  /** If it does: the nodes asked about, and all that they depend on. */
  #cone: ReadonlyMap<NodeId, NodeState> = new Map()
  readonly #asked = new Set<NodeId>()
  #isMissing = false

  private constructor(
    stored: LabelView,
    change: GraphChange,
    reached: ReadonlyMap<NodeId, NodeState> | undefined,
  ) {
    this.#stored = stored
    this.#change = change
    this.#compiled = new Map(
      [...change.addedNodes, ...change.changedNodes].map((node) => [node.id, node]),
    )
    this.#gone = new Set(change.removedNodes.map(({ id }) => id))
    this.#reached = reached
  }

  static async after(
    db: Db,
    stored: LabelView,
    change: GraphChange,
    effort: Effort = usualEffort,
  ): Promise<HypotheticalLabels> {
    return new HypotheticalLabels(stored, change, await statesAfter(db, change, effort))
  }

  label(node: NodeId): Label {
    if (this.#gone.has(node)) return 'UNDEC'
    if (this.#reached === undefined) return this.#labelInCone(node)
    const state = this.#reached.get(node)
    if (state !== undefined) return labelOf(state)
    return this.#isAdded(node) ? 'UNDEC' : this.#stored.label(node)
  }

  isForced(node: NodeId): boolean {
    if (this.#gone.has(node)) return false
    return this.#compiled.get(node)?.forced ?? this.#stored.isForced(node)
  }

  isTwoWay(node: NodeId): boolean {
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
    const cone = await loadCone(db, [...new Set([...this.#asked, ...joined])])
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

/** How far a change is followed. */
interface Effort {
  /** How many labels are touched besides those of the changed nodes. */
  readonly touches: number
  /** How often parts of the graph are loaded. */
  readonly rounds: number
}

/** Beyond that, it is cheaper to label only what is asked about, from scratch. */
const usualEffort: Effort = { touches: 500, rounds: 60 }

/** The states that a change brings; undefined if it reaches further than the effort. */
async function statesAfter(
  db: Db,
  change: GraphChange,
  { touches, rounds }: Effort,
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
    await answerGraph(db, graph, step.value)
    changed.apply(graph, step.value)
    step = relabelling.next()
  }
  return step.value.gaveUp ? undefined : step.value.states
}
