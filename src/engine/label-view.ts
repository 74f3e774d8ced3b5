import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Label } from '../domain/status.ts'
import type { NodeId } from './graph.ts'
import type { ItemId } from './record.ts'

/** An attack onto a claim or a link, as the labelling has it. */
export interface Attack {
  readonly node: NodeId
  readonly link: LinkId
  readonly source: ClaimId
  readonly twoWay: boolean
  readonly label: Label
}

/** The labelled graph as the status table reads it. A partial one bears absence like a record. */
export interface LabelView {
  label(node: NodeId): Label
  isForced(node: NodeId): boolean
  /** The attacks of links that are not voided; those of ended links too. */
  attacksOnto(target: ItemId): readonly Attack[]
}
