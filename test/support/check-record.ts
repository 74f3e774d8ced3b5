import { expect } from 'vitest'
import { checkRecord } from '../../src/actions/check-record.ts'
import type { Db } from '../../src/store/database/db.ts'

/** Fails with every place where a stored value differs from what the rules compute from scratch. */
export async function expectRightRecord(db: Db): Promise<void> {
  expect(await checkRecord(db)).toEqual([])
}
