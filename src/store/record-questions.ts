import type { PartialRecord, RecordQuestions } from '../engine/record/partial-record.ts'
import { learnRegion } from '../engine/record/region.ts'
import type { Db } from './database/db.ts'
import { loadClaimsOfSide } from './claims-of-side.ts'
import { loadRegion } from './record-region.ts'

/** How many claims around those asked about are loaded the first time. */
const nearMin = 8
/** How many at most: a computation that went far may go no further. */
const nearMax = 8192

/**
 * Loads what a computation over a partial record found missing, and what lies around it: at least as
 * much as it has loaded before, so that it comes back a logarithmic number of times.
 */
export async function answerRecord(
  db: Db,
  record: PartialRecord,
  asked: RecordQuestions,
): Promise<void> {
  const { claimsOfSide, ...ofItems } = asked
  if (Object.values(ofItems).some((questions) => questions.length > 0)) {
    const count = Object.values(ofItems).reduce((sum, questions) => sum + questions.length, 0)
    const near = Math.min(nearMax, Math.max(nearMin, record.claimsKnown))
    learnRegion(record, asked, await loadRegion(db, asked, count + near))
  }
  if (claimsOfSide.length > 0)
    record.addClaimsOfSide(claimsOfSide, await loadClaimsOfSide(db, claimsOfSide))
}
