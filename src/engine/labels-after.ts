import type { GraphChange } from './diff.ts'
import type { CompiledNode, NodeId, NodeState } from './graph.ts'
import { labelOf } from './label.ts'
import type { LabelView } from './label-view.ts'

/**
 * The labels after a change of the graph, over those before it.
 *
 * @param states the states that the change brought
 */
export function labelsAfter(
  before: LabelView,
  change: GraphChange,
  states: ReadonlyMap<NodeId, NodeState>,
): LabelView {
  const gone = new Set(change.removedNodes.map(({ id }) => id))
  const added = new Set(change.addedNodes.map(({ id }) => id))
  const compiled = new Map<NodeId, CompiledNode>(
    [...change.addedNodes, ...change.changedNodes].map((node) => [node.id, node]),
  )
  return {
    label: (node) => {
      const state = states.get(node)
      if (state !== undefined) return labelOf(state)
      return gone.has(node) || added.has(node) ? 'UNDEC' : before.label(node)
    },
    isForced: (node) => {
      if (gone.has(node)) return false
      return compiled.get(node)?.forced ?? before.isForced(node)
    },
    isTwoWay: (node) => {
      if (gone.has(node)) return false
      const meaning = compiled.get(node)?.meaning
      if (meaning === undefined) return before.isTwoWay(node)
      return meaning.kind === 'undercut' && meaning.twoWay
    },
  }
}
