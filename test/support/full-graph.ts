import type { GraphChange } from '../../src/engine/graph/diff.ts'
import type { Dependency, Graph, NodeId, NodeState } from '../../src/engine/graph/graph.ts'
import { labelAll } from '../../src/engine/graph/label.ts'
import { graphOfAdded, type PartialGraph } from '../../src/engine/graph/partial-graph.ts'
import { relabel } from '../../src/engine/graph/relabel.ts'

interface Relabelled {
  readonly gaveUp: boolean
  readonly touches: number
  readonly relabelled: readonly NodeId[]
}

/** A whole graph with its states, kept up to date by loading only what relabelling asks for. */
export class FullGraph {
  readonly states = new Map<NodeId, NodeState>()
  readonly dependencies = new Map<NodeId, Dependency[]>()
  readonly users = new Map<NodeId, NodeId[]>()
  /** How often relabelling asked. */
  rounds = 0
  readonly #touchesMax: number

  constructor(touchesMax = 2000) {
    this.#touchesMax = touchesMax
  }

  connect(node: NodeId, dependency: Dependency): void {
    this.dependencies.set(node, [...(this.dependencies.get(node) ?? []), dependency])
    this.users.set(dependency.on, [...(this.users.get(dependency.on) ?? []), node])
  }

  disconnect(node: NodeId, { on, needs }: Dependency): void {
    const dependencies = this.dependencies.get(node) ?? []
    this.dependencies.set(
      node,
      dependencies.filter((other) => other.on !== on || other.needs !== needs),
    )
    const users = this.users.get(on) ?? []
    const at = users.indexOf(node)
    this.users.set(
      on,
      users.filter((_, index) => index !== at),
    )
  }

  /** Removes only the node; its dependencies are removed one by one. */
  remove(node: NodeId): void {
    this.states.delete(node)
  }

  toGraph(): Graph {
    return new Map(
      [...this.states].map(([id, { forced }]) => [
        id,
        { forced, dependencies: this.dependencies.get(id) ?? [] },
      ]),
    )
  }

  /** Updates the states, labelling the whole graph if relabelling gives up. */
  relabel(
    seeds: Iterable<NodeId>,
    added: Pick<GraphChange, 'addedNodes' | 'addedDependencies'> = {
      addedNodes: [],
      addedDependencies: [],
    },
  ): Relabelled {
    const partial = graphOfAdded(added)
    const relabelling = relabel(partial, seeds, this.#touchesMax)
    let step = relabelling.next()
    while (!step.done) {
      this.rounds += 1
      this.#answer(partial, step.value.dependenciesOf, step.value.usersOf)
      step = relabelling.next()
    }
    const { gaveUp, touches } = step.value
    if (step.value.gaveUp) return { gaveUp, touches, relabelled: this.#relabelAll() }
    for (const [node, state] of step.value.states) this.states.set(node, state)
    return { gaveUp, touches, relabelled: step.value.relabelled }
  }

  #answer(
    partial: PartialGraph,
    dependenciesOf: readonly NodeId[],
    usersOf: readonly NodeId[],
  ): void {
    const load = (node: NodeId) => {
      const state = this.states.get(node)
      if (state !== undefined) partial.states.set(node, state)
    }
    for (const node of dependenciesOf) {
      const dependencies = this.dependencies.get(node) ?? []
      load(node)
      for (const { on } of dependencies) load(on)
      partial.dependencies.set(node, dependencies)
    }
    for (const node of usersOf) {
      const users = this.users.get(node) ?? []
      for (const user of users) load(user)
      partial.users.set(node, users)
    }
  }

  #relabelAll(): readonly NodeId[] {
    const states = labelAll(this.toGraph())
    const relabelled = [...states].filter(([id, now]) => this.states.get(id)?.label !== now.label)
    for (const [id, state] of states) this.states.set(id, state)
    return relabelled.map(([id]) => id)
  }
}
