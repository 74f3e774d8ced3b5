import type { NodeId, NodeState } from './graph.ts'
import type { GraphQuestions, PartialGraph } from './partial-graph.ts'
import { Relabelling } from './relabelling.ts'

export type RelabelResult =
  | {
      readonly gaveUp: false
      /** The states to write: those that changed. */
      readonly states: ReadonlyMap<NodeId, NodeState>
      /** The nodes whose label differs from before. */
      readonly relabelled: readonly NodeId[]
      /** How many labels were withdrawn, and how many were set. */
      readonly touches: number
    }
  /**
   * So much is affected that labelling the whole component is cheaper. Nothing needs to be written.
   */
  | { readonly gaveUp: true; readonly touches: number }

/**
 * Updates labels after a change of the graph, touching only what the change reaches (semantics.md
 * §2.3). `seeds` are the nodes whose forced flag or dependencies changed.
 *
 * First it withdraws every label that lost its well-founded support, then it derives labels from
 * what remains. Without ranks, two labels could go on supporting each other after both lost their
 * support.
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
  return {
    gaveUp: false,
    states: labels.differing(),
    relabelled: labels.relabelled(),
    touches: labels.touches,
  }
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
