import { unsettled, type Dependency, type NodeId, type NodeState } from './graph.ts'
import type { PartialGraph } from './partial-graph.ts'

/** The states during relabelling, on top of those loaded with the graph. */
export class Relabelling {
  touches = 0
  readonly #graph: PartialGraph
  readonly #now = new Map<NodeId, NodeState>()

  constructor(graph: PartialGraph) {
    this.#graph = graph
  }

  /** Withdraws a label that nothing of smaller rank supports; returns whether it did. */
  withdrawUnsupported(node: NodeId): boolean {
    const state = this.#state(node)
    if (state.label === null || this.#keepSupported(node, state)) return false
    this.#touch(node, unsettled(state.forced))
    return true
  }

  /** Sets a label for a node without one; returns whether it did. */
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

  /** The states that changed. */
  differing(): ReadonlyMap<NodeId, NodeState> {
    return new Map([...this.#now].filter(([node, now]) => differs(this.#before(node), now)))
  }

  /** The nodes whose label changed. */
  relabelled(): readonly NodeId[] {
    const nodes = [...this.#now.keys()]
    return nodes.filter((node) => this.#before(node).label !== this.#state(node).label)
  }

  /** An OUT node may change to another witness, but only to one of smaller rank. */
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
