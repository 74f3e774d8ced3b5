import type { Graph, NodeId, NodeState } from './graph.ts'

/**
 * The nodes whose rank and witness do not prove their label (semantics.md §2.1). An unproven label
 * may be right today and become wrong with the next change.
 */
export function unproven(graph: Graph, states: ReadonlyMap<NodeId, NodeState>): readonly NodeId[] {
  return [...states.keys()].filter((node) => !isProven(graph, states, node))
}

function isProven(graph: Graph, states: ReadonlyMap<NodeId, NodeState>, node: NodeId): boolean {
  const state = states.get(node)
  if (state === undefined) return false
  const { forced, label, rank, witness } = state
  if (label === null) return !forced && rank === null && witness === null
  if (rank === null) return false
  if (forced) return label === 'OUT' && rank === 0 && witness === null

  const dependencies = graph.get(node)?.dependencies ?? []
  const isBelow = (on: NodeId, expected: 'IN' | 'OUT') => {
    const other = states.get(on)
    return other?.label === expected && other.rank !== null && other.rank < rank
  }
  if (label === 'OUT') {
    const proof = dependencies.find(({ on }) => on === witness)
    return proof !== undefined && isBelow(proof.on, proof.needs ? 'OUT' : 'IN')
  }
  return (
    witness === null && dependencies.every(({ on, needs }) => isBelow(on, needs ? 'IN' : 'OUT'))
  )
}
