import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Label } from '../domain/status.ts'
import type { NodeId } from './graph.ts'
import type { ItemId } from './record.ts'

/** An attack on a claim or a link, as labelled. */
export interface Attack {
  readonly node: NodeId
  readonly link: LinkId
  readonly source: ClaimId
  readonly twoWay: boolean
  readonly label: Label
}

/**
 * The labelled graph, as read by the status table. A partial one treats missing parts like a
 * partial record.
 */
export interface LabelView {
  label(node: NodeId): Label
  isForced(node: NodeId): boolean
  /** The attacks of links that are not voided, including ended ones. */
  attacksOnto(target: ItemId): readonly Attack[]
}
