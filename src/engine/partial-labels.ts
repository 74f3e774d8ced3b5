import type { Label } from '../domain/status.ts'
import type { CompiledNode, NodeId, NodeState } from './graph.ts'
import { Known } from './known.ts'
import { labelOf } from './label.ts'
import type { Attack, LabelView } from './label-view.ts'
import type { ItemId } from './record.ts'

export interface LabelQuestions {
  readonly nodes: readonly NodeId[]
  readonly attacksOnto: readonly ItemId[]
}

export interface LabelledNode {
  readonly id: NodeId
  readonly label: Label
  readonly forced: boolean
}

/** The loaded part of the labelled graph; works like `PartialRecord`. */
export class PartialLabels implements LabelView {
  readonly #nodes = new Known<NodeId, LabelledNode>(itself)
  readonly #attacks = new Known<ItemId, readonly Attack[]>(itself)

  get misses(): number {
    return this.#nodes.misses + this.#attacks.misses
  }

  label(node: NodeId): Label {
    return this.#nodes.get(node)?.label ?? 'UNDEC'
  }

  isForced(node: NodeId): boolean {
    return this.#nodes.get(node)?.forced ?? false
  }

  attacksOnto(target: ItemId): readonly Attack[] {
    return this.#attacks.get(target) ?? []
  }

  addNodes(asked: Iterable<NodeId>, found: Iterable<LabelledNode>): void {
    for (const node of found) this.#nodes.set(node.id, node)
    for (const id of asked) {
      if (!this.#nodes.has(id)) this.#nodes.set(id, { id, label: 'UNDEC', forced: false })
    }
  }

  addAttacks(asked: Iterable<ItemId>, found: ReadonlyMap<ItemId, readonly Attack[]>): void {
    for (const target of asked) this.#attacks.set(target, found.get(target) ?? [])
  }

  /** The misses since the last call; undefined if there were none. */
  takeQuestions(): LabelQuestions | undefined {
    const questions = {
      nodes: this.#nodes.takeMissing(),
      attacksOnto: this.#attacks.takeMissing(),
    }
    return Object.values(questions).some((asked) => asked.length > 0) ? questions : undefined
  }
}

/** Labels in which those of new nodes are known: everything that attacks these is new as well. */
export function labelsOfAdded(
  nodes: readonly CompiledNode[],
  states: ReadonlyMap<NodeId, NodeState>,
): PartialLabels {
  const labels = new PartialLabels()
  const attacks = new Map<ItemId, Attack[]>()
  for (const { id, meaning } of nodes) {
    if (meaning.kind === 'claim' || meaning.kind === 'guard') attacks.set(id, [])
  }
  for (const { id, meaning } of nodes) {
    if (meaning.kind !== 'attack') continue
    const { link, source, target, twoWay } = meaning
    attacks.get(target)?.push({ node: id, link, source, twoWay, label: labelOf(states.get(id)) })
  }
  labels.addNodes(
    [],
    nodes.map(({ id, forced }) => ({ id, forced, label: labelOf(states.get(id)) })),
  )
  labels.addAttacks(attacks.keys(), attacks)
  return labels
}

function itself(id: string): string {
  return id
}
