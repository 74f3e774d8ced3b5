import type { Label } from '../../domain/status.ts'
import type { CompiledNode, NodeId, NodeState } from './graph.ts'
import { Known } from '../record/known.ts'
import { labelOf } from './label.ts'
import type { LabelView } from './label-view.ts'

export interface LabelledNode {
  readonly id: NodeId
  readonly label: Label
  readonly forced: boolean
  /** Of an undercut. */
  readonly twoWay: boolean
}

/** The loaded part of the labelled graph; works like `PartialRecord`. */
export class PartialLabels implements LabelView {
  readonly #nodes = new Known<LabelledNode>()

  get misses(): number {
    return this.#nodes.misses
  }

  label(node: NodeId): Label {
    return this.#nodes.get(node)?.label ?? 'UNDEC'
  }

  isForced(node: NodeId): boolean {
    return this.#nodes.get(node)?.forced ?? false
  }

  isTwoWay(node: NodeId): boolean {
    return this.#nodes.get(node)?.twoWay ?? false
  }

  has(node: NodeId): boolean {
    return this.#nodes.has(node)
  }

  add(asked: Iterable<NodeId>, found: Iterable<LabelledNode>): void {
    for (const node of found) this.#nodes.set(node.id, node)
    for (const id of asked) {
      if (!this.#nodes.has(id))
        this.#nodes.set(id, { id, label: 'UNDEC', forced: false, twoWay: false })
    }
  }

  /** The misses since the last call; undefined if there were none. */
  takeQuestions(): readonly NodeId[] | undefined {
    const asked = this.#nodes.takeMissing()
    return asked.length > 0 ? asked : undefined
  }
}

/** Labels in which those of new nodes are known. */
export function labelsOfAdded(
  nodes: readonly CompiledNode[],
  states: ReadonlyMap<NodeId, NodeState>,
): PartialLabels {
  const labels = new PartialLabels()
  labels.add(
    [],
    nodes.map(({ id, meaning, forced }) => ({
      id,
      forced,
      label: labelOf(states.get(id)),
      twoWay: meaning.kind === 'undercut' && meaning.twoWay,
    })),
  )
  return labels
}
