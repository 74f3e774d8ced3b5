import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { RecordView } from './record/record.ts'
import type { Label } from '../domain/status.ts'
import { compileClaim, compileLink } from './graph/compile.ts'
import type { Contribution, NodeId, NodeState } from './graph/graph.ts'
import { assemble, labelAll, labelOf } from './graph/label.ts'
import { recordOf, type RecordItems } from './record/memory.ts'
import { statusOf, type Judgement } from './standing/status.ts'
import type { LabelView } from './graph/label-view.ts'

export interface Evaluation {
  /** For every claim that is not voided. */
  readonly judgements: ReadonlyMap<ClaimId, Judgement>
  /** For every link that can be undercut and is not voided. */
  readonly guards: ReadonlyMap<LinkId, Label>
  /** The underlying data: the record, the compiled items, and the labelled nodes. */
  readonly record: RecordView
  readonly contributions: readonly Contribution[]
  readonly states: ReadonlyMap<NodeId, NodeState>
}

/** Everything the rules say about a record, computed from scratch. */
export function evaluate(items: RecordItems): Evaluation {
  const record = recordOf(items)
  const contributions = compileAll(record, items)
  const states = labelAll(assemble(contributions))
  const labels = labelsOf(contributions, states)

  const judgements = new Map<ClaimId, Judgement>()
  for (const { id } of items.claims) {
    const judgement = statusOf(record, labels, id)
    if (judgement !== undefined) judgements.set(id, judgement)
  }
  const guards = contributions
    .flatMap((contribution) => contribution.nodes)
    .filter((node) => node.meaning.kind === 'guard')
    .map((node) => [node.id, labelOf(states.get(node.id))] as const)
  return { judgements, guards: new Map(guards), record, contributions, states }
}

/** What every item of a record contributes to its graph. */
export function compileAll(record: RecordView, items: RecordItems): readonly Contribution[] {
  return [
    ...items.claims.map((claim) => compileClaim(record, claim.id)),
    ...items.links.map((link) => compileLink(record, link.id)),
  ]
}

/** A whole labelled graph, as read by the status table. */
export function labelsOf(
  contributions: readonly Contribution[],
  states: ReadonlyMap<NodeId, NodeState>,
): LabelView {
  const nodes = contributions.flatMap((contribution) => contribution.nodes)
  const twoWay = new Set(
    nodes.flatMap(({ id, meaning }) => (meaning.kind === 'undercut' && meaning.twoWay ? [id] : [])),
  )
  return {
    label: (node) => labelOf(states.get(node)),
    isForced: (node) => states.get(node)?.forced ?? false,
    isTwoWay: (node) => twoWay.has(node),
  }
}
