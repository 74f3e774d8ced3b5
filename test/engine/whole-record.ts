import { compileClaim, compileLink } from '../../src/engine/compile.ts'
import { labelsOf } from '../../src/engine/evaluate.ts'
import type { Contribution, NodeState } from '../../src/engine/graph.ts'
import { assemble, labelAll } from '../../src/engine/label.ts'
import { recordOf, type RecordItems } from '../../src/engine/memory.ts'
import type { RecordView } from '../../src/engine/record.ts'
import type { LabelView } from '../../src/engine/label-view.ts'
import type { PlainRecord } from '../oracle/record.ts'

export interface WholeRecord {
  readonly record: RecordView
  readonly contributions: readonly Contribution[]
  readonly states: ReadonlyMap<string, NodeState>
  readonly labels: LabelView
}

/** A record in memory, compiled and labelled from scratch. */
export function wholeRecord(plain: PlainRecord): WholeRecord {
  const items = itemsOf(plain)
  const record = recordOf(items)
  const contributions = [
    ...items.claims.map(({ id }) => compileClaim(record, id)),
    ...items.links.map(({ id }) => compileLink(record, id)),
  ]
  const states = labelAll(assemble(contributions))
  return { record, contributions, states, labels: labelsOf(contributions, states) }
}

function itemsOf({ sources, claims, links }: PlainRecord): RecordItems {
  return {
    claims: claims.map(({ at, speaker, ...claim }) => {
      return { ...claim, speaker: speaker ?? claim.id, assertedAt: at }
    }),
    links,
    affiliations: sources.flatMap(({ id, affiliations }) =>
      affiliations.map(({ relation, to, from, until }) => ({
        source: id,
        relation,
        to,
        fromMs: from ?? null,
        untilMs: until ?? null,
      })),
    ),
  }
}
