import type { PartialRecord } from '../engine/partial-record.ts'
import { settle } from '../engine/settle.ts'
import type { Db } from './database/db.ts'
import { lookAhead } from './look-ahead.ts'
import { answerRecord } from './record-questions.ts'

/** Runs a computation over a partial record, loading what it misses until nothing is missing. */
export async function settleRecord<T>(db: Db, record: PartialRecord, compute: () => T): Promise<T> {
  let round = 0
  return settle(compute, async () => {
    const questions = record.takeQuestions()
    if (!questions) return false
    await answerRecord(db, record, await lookAhead(db, questions, round))
    round += 1
    return true
  })
}
