import type { Dependency, NodeId, NodeState } from './graph.ts'
import { unsettled } from './graph.ts'

/** As much of the graph as was asked for. Whoever drives the relabelling fills it between questions. */
export interface PartialGraph {
  /** Before the relabelling, but with the forced flags of now; a new node is `unsettled`. */
  readonly states: Map<NodeId, NodeState>
  readonly dependencies: Map<NodeId, readonly Dependency[]>
  readonly users: Map<NodeId, readonly NodeId[]>
}

export interface GraphQuestions {
  /** Wanted: each node's own state, its dependencies, and the state of each of these. */
  readonly dependenciesOf: readonly NodeId[]
  /** Wanted: the nodes that depend on each node, and the state of each of these. */
  readonly usersOf: readonly NodeId[]
}

export type RelabelResult =
  | {
      readonly gaveUp: false
      /** The states to write: those that differ from before. */
      readonly states: ReadonlyMap<NodeId, NodeState>
      /** The nodes whose label differs from before. */
      readonly relabelled: readonly NodeId[]
      /** How many labels were withdrawn, and how many were given. */
      readonly touches: number
    }
  /** So much is affected that labelling the whole component is cheaper. Nothing is to be written. */
  | { readonly gaveUp: true; readonly touches: number }

/** A graph of which nothing was loaded, but what is known of the nodes that are new. */
export function emptyGraph(
  users: ReadonlyMap<NodeId, readonly NodeId[]> = new Map(),
): PartialGraph {
  return { states: new Map(), dependencies: new Map(), users: new Map(users) }
}

/**
 * Brings labels up to date after a change of the graph, touching only what the change reaches
 * (semantics.md §2.3). `seeds` are the nodes whose forced flag or dependencies differ.
 *
 * First it withdraws every label that lost its well-founded support, then it derives labels from
 * what remains. Without the ranks, two labels could go on supporting each other after what had
 * supported both is gone.
 */
export function* relabel(
  graph: PartialGraph,
  seeds: Iterable<NodeId>,
  touchesMax = 2000,
): Generator<GraphQuestions, RelabelResult, void> {
  const labels = new Relabelling(graph)
  const start = new Set(seeds)
  const doubtful = new Set(start)

  for (let wave = start; wave.size > 0;) {
    yield* askDependencies(graph, wave)
    const withdrawn = [...wave].filter((node) => labels.withdrawUnsupported(node))
    if (labels.touches > touchesMax) return { gaveUp: true, touches: labels.touches }
    yield* askUsers(graph, withdrawn)
    for (const node of withdrawn) doubtful.add(node)
    wave = new Set(withdrawn.flatMap((node) => labels.usersRestingOn(node)))
  }

  for (let wave = doubtful; wave.size > 0;) {
    const unlabelled = [...wave].filter((node) => labels.isUnlabelled(node))
    yield* askDependencies(graph, unlabelled)
    const derived = unlabelled.filter((node) => labels.derive(node))
    if (labels.touches > touchesMax) return { gaveUp: true, touches: labels.touches }
    yield* askUsers(graph, derived)
    wave = new Set(derived.flatMap((node) => labels.unlabelledUsers(node)))
  }
  return labels.result()
}

function* askDependencies(
  graph: PartialGraph,
  nodes: Iterable<NodeId>,
): Generator<GraphQuestions, void, void> {
  const dependenciesOf = [...nodes].filter((node) => !graph.dependencies.has(node))
  if (dependenciesOf.length > 0) yield { dependenciesOf, usersOf: [] }
}

function* askUsers(
  graph: PartialGraph,
  nodes: Iterable<NodeId>,
): Generator<GraphQuestions, void, void> {
  const usersOf = [...nodes].filter((node) => !graph.users.has(node))
  if (usersOf.length > 0) yield { dependenciesOf: [], usersOf }
}

/** The states as they are becoming, over those the graph was loaded with. */
class Relabelling {
  touches = 0
  readonly #graph: PartialGraph
  readonly #now = new Map<NodeId, NodeState>()

  constructor(graph: PartialGraph) {
    this.#graph = graph
  }

  /** Whether the node had a label that nothing of smaller rank supports; it has none then. */
  withdrawUnsupported(node: NodeId): boolean {
    const state = this.#state(node)
    if (state.label === null || this.#keepSupported(node, state)) return false
    this.#touch(node, unsettled(state.forced))
    return true
  }

  /** Whether the node had no label and gets one. */
  derive(node: NodeId): boolean {
    const next = this.#derived(node)
    if (next === undefined) return false
    this.#touch(node, next)
    return true
  }

  isUnlabelled(node: NodeId): boolean {
    return this.#exists(node) && this.#state(node).label === null
  }

  usersRestingOn(node: NodeId): readonly NodeId[] {
    return this.#users(node).filter((user) => {
      const { label, witness } = this.#state(user)
      return label === 'IN' || (label === 'OUT' && witness === node)
    })
  }

  unlabelledUsers(node: NodeId): readonly NodeId[] {
    return this.#users(node).filter((user) => this.isUnlabelled(user))
  }

  result(): RelabelResult {
    const differing = [...this.#now].filter(([node, now]) => differs(this.#before(node), now))
    const relabelled = differing.filter(([node, now]) => this.#before(node).label !== now.label)
    return {
      gaveUp: false,
      states: new Map(differing),
      relabelled: relabelled.map(([node]) => node),
      touches: this.touches,
    }
  }

  /** An OUT node may move to another witness, but only to one of smaller rank. */
  #keepSupported(node: NodeId, state: NodeState): boolean {
    if (state.forced) {
      if (state.label === 'OUT') this.#now.set(node, { ...state, rank: 0, witness: null })
      return state.label === 'OUT'
    }
    const dependencies = this.#dependencies(node)
    const rank = state.rank ?? 0
    if (state.label === 'IN') {
      return dependencies.every((it) => this.#isSatisfied(it) && this.#rank(it.on) < rank)
    }
    const reasons = dependencies.filter((it) => this.#isViolated(it) && this.#rank(it.on) < rank)
    const witness = reasons.some((it) => it.on === state.witness)
      ? state.witness
      : this.#leastOf(reasons)
    if (witness === null) return false
    this.#now.set(node, { ...state, witness })
    return true
  }

  #derived(node: NodeId): NodeState | undefined {
    const { forced } = this.#state(node)
    if (forced) return { forced, label: 'OUT', rank: 0, witness: null }
    const dependencies = this.#dependencies(node)
    const witness = this.#leastOf(dependencies.filter((it) => this.#isViolated(it)))
    if (witness !== null) return { forced, label: 'OUT', rank: this.#rank(witness) + 1, witness }
    if (!dependencies.every((it) => this.#isSatisfied(it))) return undefined
    const rank = dependencies.reduce((rank, it) => Math.max(rank, this.#rank(it.on) + 1), 0)
    return { forced, label: 'IN', rank, witness: null }
  }

  #leastOf(dependencies: readonly Dependency[]): NodeId | null {
    let least: NodeId | null = null
    for (const { on } of dependencies) {
      const difference = least === null ? -1 : this.#rank(on) - this.#rank(least)
      if (least === null || difference < 0 || (difference === 0 && on < least)) least = on
    }
    return least
  }

  #isSatisfied({ on, needs }: Dependency): boolean {
    return this.#state(on).label === (needs ? 'IN' : 'OUT')
  }

  #isViolated({ on, needs }: Dependency): boolean {
    return this.#state(on).label === (needs ? 'OUT' : 'IN')
  }

  #rank(node: NodeId): number {
    return this.#state(node).rank ?? 0
  }

  #exists(node: NodeId): boolean {
    return this.#graph.states.has(node)
  }

  #before(node: NodeId): NodeState {
    return this.#graph.states.get(node) ?? unsettled(false)
  }

  #state(node: NodeId): NodeState {
    return this.#now.get(node) ?? this.#before(node)
  }

  #dependencies(node: NodeId): readonly Dependency[] {
    return this.#graph.dependencies.get(node) ?? []
  }

  #users(node: NodeId): readonly NodeId[] {
    return this.#graph.users.get(node) ?? []
  }

  #touch(node: NodeId, state: NodeState): void {
    this.#now.set(node, state)
    this.touches += 1
  }
}

function differs(before: NodeState, now: NodeState): boolean {
  return before.label !== now.label || before.rank !== now.rank || before.witness !== now.witness
}
