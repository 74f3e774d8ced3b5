import type { ClaimId } from '../domain/ids.ts'
import { readingOf } from '../engine/reading/reading.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import type { Db } from './database/db.ts'
import { settleRecord } from './settle-record.ts'

/** For each of some claims, the claims that restate one another, itself among them. */
export async function loadGroups(
  db: Db,
  claims: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, readonly ClaimId[]>> {
  if (claims.length === 0) return new Map()
  const record = new PartialRecord()
  return settleRecord(db, record, () => {
    const reading = readingOf(record)
    return new Map(claims.map((claim) => [claim, reading.group(claim)]))
  })
}
