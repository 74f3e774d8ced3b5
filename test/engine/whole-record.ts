import { compileAll, labelsOf } from '../../src/engine/evaluate.ts'
import type { Contribution, NodeState } from '../../src/engine/graph/graph.ts'
import { assemble, labelAll } from '../../src/engine/graph/label.ts'
import type { LabelView } from '../../src/engine/graph/label-view.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import type { RecordView } from '../../src/engine/record/record.ts'
import { rulesRecord, type PlainRecord } from '../oracle/record.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'

export interface WholeRecord {
  readonly items: RecordItems
  readonly record: RecordView
  readonly contributions: readonly Contribution[]
  readonly states: ReadonlyMap<string, NodeState>
  readonly labels: LabelView
}

/** A record in memory, compiled and labelled from scratch. */
export function wholeRecord(plain: PlainRecord): WholeRecord {
  const items = itemsOf(rulesRecord(plain))
  const record = recordOf(items)
  const contributions = compileAll(record, items)
  const states = labelAll(assemble(contributions))
  return { items, record, contributions, states, labels: labelsOf(contributions, states) }
}
