import type { DataLicense } from '../../../domain/data-license.ts'
import type { Db } from '../../../store/database/db.ts'
import type { Writes } from '../../../writes/writes.ts'

/** What the routes of the API need. */
export interface ApiDeps {
  readonly db: Db
  readonly writes: Writes
  /** Whether somebody takes on what one person may not do alone. */
  readonly hasReview: boolean
  /** On which terms an export may be used; left out, they are not stated. */
  readonly dataLicense?: DataLicense | undefined
}
