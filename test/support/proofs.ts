import type { Dependency, NodeId, NodeState } from '../../src/engine/graph/graph.ts'
import type { FullGraph } from './full-graph.ts'

/** The nodes whose rank and witness do not prove their label as semantics.md §2.1 requires. */
export function brokenProofs({
  states,
  dependencies,
}: Pick<FullGraph, 'states' | 'dependencies'>): readonly NodeId[] {
  const isProved = (node: NodeId, state: NodeState): boolean => {
    const needed = dependencies.get(node) ?? []
    const rank = state.rank ?? 0
    if (state.label === null) return state.rank === null && state.witness === null && !state.forced
    if (state.forced) return state.label === 'OUT' && state.rank === 0 && state.witness === null
    if (state.label === 'IN') {
      return needed.every((it) => labelOn(it) === (it.needs ? 'IN' : 'OUT') && rankOf(it) < rank)
    }
    return needed.some(
      (it) =>
        it.on === state.witness && labelOn(it) === (it.needs ? 'OUT' : 'IN') && rankOf(it) < rank,
    )
  }
  const labelOn = ({ on }: Dependency) => states.get(on)?.label
  const rankOf = ({ on }: Dependency) => states.get(on)?.rank ?? 0
  return [...states].filter(([node, state]) => !isProved(node, state)).map(([node]) => node)
}
