import type { Label } from '../../domain/status.ts'
import type { NodeId } from './graph.ts'

/**
 * The labelled graph, as read by the status table. A partial one treats missing parts like a
 * partial record.
 */
export interface LabelView {
  label(node: NodeId): Label
  isForced(node: NodeId): boolean
  /** Of the node of an undercut: whether its target attacks back. */
  isTwoWay(node: NodeId): boolean
}
