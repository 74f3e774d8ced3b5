import type { PartialLabels } from '../engine/graph/partial-labels.ts'
import { derivedFrom } from '../engine/record/derived.ts'
import type { PartialRecord } from '../engine/record/partial-record.ts'
import { settle } from '../engine/record/settle.ts'
import type { Db } from './database/db.ts'
import { answerLabels } from './labels.ts'
import { answerRecord } from './record-questions.ts'

/** Runs a computation over a partial record, loading what it misses until nothing is missing. */
export async function settleRecord<T>(
  db: Db,
  record: PartialRecord,
  compute: () => T | Promise<T>,
): Promise<T> {
  return inTurn(record, () => settle(compute, recordLoader(db, record)))
}

/** The same for a computation that reads stored labels as well. */
export async function settleLabelled<T>(
  db: Db,
  record: PartialRecord,
  labels: PartialLabels,
  compute: () => T | Promise<T>,
): Promise<T> {
  return inTurn(record, () => settle(compute, labelledLoader(db, record, labels)))
}

/** The last computation over each record. */
const turnOf = derivedFrom((_: PartialRecord): { last: Promise<unknown> } => {
  return { last: Promise.resolve() }
})

/**
 * Computations over one record come one after the other: what one of them missed, another one that
 * runs meanwhile would take for its own question, and the first would not learn the answer.
 */
async function inTurn<T>(record: PartialRecord, compute: () => Promise<T>): Promise<T> {
  const before = turnOf(record)
  const turn = before.last.then(compute)
  before.last = turn.catch(() => {})
  return turn
}

/** Loads what a computation over records and stored labels misses; false if that is nothing. */
export function labelledLoader(
  db: Db,
  record: PartialRecord,
  labels: PartialLabels,
): () => Promise<boolean> {
  const loadRecord = recordLoader(db, record)
  return async () => {
    const nodes = labels.takeQuestions()
    const [isRecordLoaded] = await Promise.all([
      loadRecord(),
      nodes && answerLabels(db, labels, nodes),
    ])
    return isRecordLoaded || nodes !== undefined
  }
}

function recordLoader(db: Db, record: PartialRecord): () => Promise<boolean> {
  return async () => {
    const questions = record.takeQuestions()
    if (!questions) return false
    await answerRecord(db, record, questions)
    return true
  }
}
