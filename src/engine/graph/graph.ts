import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { ItemId } from '../record/record.ts'

/**
 * The id of a node, a UUID. A claim's node has the claim's id, and a link's guard the link's id;
 * arcs and lost-basis nodes have a hash of what they represent, so that compilation is a pure
 * function.
 */
export type NodeId = string

/** `needs`: the node needs the other IN. Otherwise, the other attacks it. */
export interface Dependency {
  readonly on: NodeId
  readonly needs: boolean
}

/** What a node represents (section 1.3 of the rules). */
export type NodeMeaning =
  | { readonly kind: 'claim'; readonly claim: ClaimId }
  /** "This link holds"; what an undercut of a link attacks. */
  | { readonly kind: 'guard'; readonly link: LinkId }
  /** The attack of one side of a rebuttal onto claims of the other. */
  | { readonly kind: 'rebuttal'; readonly link: LinkId }
  /** "None of the claims that attack through a rebuttal stands." */
  | { readonly kind: 'no_attacker'; readonly link: LinkId }
  /** The attack through an undercut; `twoWay` if the target attacks back. */
  | { readonly kind: 'undercut'; readonly link: LinkId; readonly twoWay: boolean }
  /** The support that a relies_on link carries from its basis to `user`. */
  | { readonly kind: 'reliance'; readonly link: LinkId; readonly user: ClaimId }
  /** "No restatement of the basis of this relies_on link stands." */
  | { readonly kind: 'lost_basis'; readonly link: LinkId; readonly basis: ClaimId }

export interface CompiledNode {
  readonly id: NodeId
  readonly meaning: NodeMeaning
  /** Forced OUT: withdrawn, superseded, ended. */
  readonly forced: boolean
}

/** One thing needs another or is attacked by it, because of one item of the record. */
export interface CompiledDependency extends Dependency {
  readonly node: NodeId
}

/**
 * What one item of the record (its owner, a claim or a link) contributes to the graph. Nodes and
 * dependencies have exactly one owner, so that an item can be recompiled without its neighbours.
 */
export interface Contribution {
  readonly owner: ItemId
  readonly nodes: readonly CompiledNode[]
  readonly dependencies: readonly CompiledDependency[]
}

/** The proof-carrying state of a node (section 2.1 of the rules). `null` is UNDEC. */
export interface NodeState {
  readonly forced: boolean
  readonly label: 'IN' | 'OUT' | null
  /**
   * Well-founded rank: greater than that of every dependency of an IN node, and than that of an OUT
   * node's witness.
   */
  readonly rank: number | null
  /** The dependency that puts an OUT node out; none for forced nodes. */
  readonly witness: NodeId | null
}

/** What labelling reads of a node. */
export interface GraphNode {
  readonly forced: boolean
  readonly dependencies: readonly Dependency[]
}

/** A whole graph in memory. A dependency on a missing node is never settled. */
export type Graph = ReadonlyMap<NodeId, GraphNode>

/** The state of a node about which nothing is derived yet. */
export function unsettled(forced: boolean): NodeState {
  return { forced, label: null, rank: null, witness: null }
}
