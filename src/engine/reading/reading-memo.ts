import type { Memo } from '../record/memo.ts'
import type { Reading } from './reading.ts'

/** A memo of one derivation, for each reading. */
export function readingMemo<Answer>(): (reading: Reading) => Memo<Answer> {
  const memos = new WeakMap<Reading, Memo<Answer>>()
  return (reading) => {
    const known = memos.get(reading)
    if (known !== undefined) return known
    const memo = reading.memo<Answer>()
    memos.set(reading, memo)
    return memo
  }
}
