import type { ClaimId } from '../../domain/ids.ts'
import type {
  CompiledDependency,
  CompiledNode,
  Contribution,
  NodeId,
  NodeMeaning,
} from './graph.ts'
import type { ItemId } from '../record/record.ts'

/** A dependency, and the claim or link that contributes it. */
interface OwnedDependency extends CompiledDependency {
  readonly owner: ItemId
}

/** How recompiling some items changes the graph. */
export interface GraphChange {
  readonly addedNodes: readonly CompiledNode[]
  /** In their new form; their forced flag or meaning changed. */
  readonly changedNodes: readonly CompiledNode[]
  readonly removedNodes: readonly CompiledNode[]
  readonly addedDependencies: readonly OwnedDependency[]
  readonly removedDependencies: readonly OwnedDependency[]
  /** Where to look for label changes: nodes whose forced flag or dependencies changed. */
  readonly seeds: readonly NodeId[]
  /** What every added, changed, removed or reconnected node represents, and represented before. */
  readonly recompiled: readonly NodeMeaning[]
}

/** Compares what the same items contributed before and contribute now. */
export function diffContributions(
  before: readonly Contribution[],
  after: readonly Contribution[],
): GraphChange {
  const oldNodes = nodesOf(before)
  const newNodes = nodesOf(after)
  const oldDependencies = dependenciesOf(before)
  const newDependencies = dependenciesOf(after)

  const addedNodes = absentFrom(oldNodes, newNodes)
  const removedNodes = absentFrom(newNodes, oldNodes)
  const changedNodes = [...newNodes.values()].filter((node) => differs(oldNodes.get(node.id), node))
  const addedDependencies = absentFrom(oldDependencies, newDependencies)
  const removedDependencies = absentFrom(newDependencies, oldDependencies)

  const rewired = [...addedDependencies, ...removedDependencies]
  const removed = new Set(removedNodes.map((node) => node.id))
  const rows = [...addedNodes, ...changedNodes].map((node) => node.id)
  const seeds = new Set([...rows, ...rewired.map((dependency) => dependency.node)])
  const recompiled = new Set([...seeds, ...removed, ...rewired.map((dependency) => dependency.on)])
  return {
    addedNodes,
    changedNodes,
    removedNodes,
    addedDependencies,
    removedDependencies,
    seeds: [...seeds].filter((node) => !removed.has(node)),
    recompiled: [...recompiled].flatMap((id) => {
      const [old, now] = [oldNodes.get(id), newNodes.get(id)]
      const isMoved = old && now && differs(old, now)
      const known = isMoved ? [old, now] : [now ?? old]
      return known.flatMap((node) => node?.meaning ?? [])
    }),
  }
}

function nodesOf(contributions: readonly Contribution[]): ReadonlyMap<NodeId, CompiledNode> {
  return new Map(contributions.flatMap(({ nodes }) => nodes.map((node) => [node.id, node])))
}

function dependenciesOf(
  contributions: readonly Contribution[],
): ReadonlyMap<string, OwnedDependency> {
  return new Map(
    contributions.flatMap(({ owner, dependencies }) =>
      dependencies.map((dependency) => [keyOf(dependency), { ...dependency, owner }]),
    ),
  )
}

function keyOf({ node, on, needs }: CompiledDependency): string {
  return `${node} ${needs ? '+' : '-'} ${on}`
}

function absentFrom<T>(
  some: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, T>,
): readonly T[] {
  return [...others].filter(([key]) => !some.has(key)).map(([, value]) => value)
}

/**
 * The id determines the meaning of a node, except whether an undercut is two-way, and what the ends
 * of a reliance are, which merges move.
 */
function differs(before: CompiledNode | undefined, after: CompiledNode): boolean {
  if (before === undefined) return false
  return before.forced !== after.forced || beyondId(before.meaning) !== beyondId(after.meaning)
}

function beyondId(meaning: NodeMeaning): ClaimId | boolean | undefined {
  switch (meaning.kind) {
    case 'undercut':
      return meaning.twoWay
    case 'reliance':
      return meaning.user
    case 'lost_basis':
      return meaning.basis
    case 'claim':
    case 'guard':
    case 'rebuttal':
    case 'no_attacker':
      return undefined
  }
  return meaning satisfies never
}
