import { derivedFrom } from '../record/derived.ts'
import type { Memo } from '../record/memo.ts'
import type { Reading } from './reading.ts'

/** A memo of one derivation, for each reading. */
export function readingMemo<Answer>(): (reading: Reading) => Memo<Answer> {
  return derivedFrom((reading: Reading) => reading.memo<Answer>())
}
