import { derivedFrom } from '../record/derived.ts'
import { PartialRecord } from '../record/partial-record.ts'
import type { Change, RecordView } from '../record/record.ts'
import { unionOf } from '../record/union.ts'
import { Reading } from './reading.ts'

interface Kept {
  reading?: Reading
  changes?: readonly Change[]
  count?: number
}

const keptOf = derivedFrom((_: PartialRecord): Kept => ({}))

/**
 * The records before and after some changes as one (`unionOf`), as the rules read it. Several steps of
 * a write read the same one, so a partial record keeps it once nothing was missing.
 */
export function unionReading(record: RecordView, changes: readonly Change[]): Reading {
  if (!(record instanceof PartialRecord)) return new Reading(unionOf(record, changes))
  const kept = keptOf(record)
  if (kept.reading && kept.changes === changes && kept.count === changes.length) return kept.reading
  const { misses } = record
  const reading = new Reading(unionOf(record, changes))
  if (record.misses === misses) Object.assign(kept, { reading, changes, count: changes.length })
  return reading
}
