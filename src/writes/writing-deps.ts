import type { Deps, Log } from '../actions/record/deps.ts'
import type { Measures } from '../actions/record/measures.ts'
import { PendingWrites } from '../actions/record/pending-writes.ts'
import { PreviewTurns } from '../actions/record/preview-turns.ts'
import type { SecondPerson } from '../actions/record/submissions.ts'
import type { WriteQueue } from '../actions/record/write-queue.ts'
import type { Db } from '../store/database/db.ts'

/** What the writes of a service tell it. */
export interface WriteReports {
  readonly log: Log
  readonly measures: Measures
  /** The id of the request that is being answered. */
  readonly requestId: () => string | undefined
}

export interface WritingDeps extends WriteReports {
  readonly db: Db
  readonly writeQueue: WriteQueue
  readonly now?: (() => number) | undefined
  readonly secondPerson?: SecondPerson | undefined
}

/** What actions need, wherever the writes of a service are carried out. */
export function writingDeps({ log, requestId, ...given }: WritingDeps): Deps {
  return {
    ...given,
    log: naming(log, requestId),
    previews: new PreviewTurns(given.writeQueue),
    pendingWrites: new PendingWrites(),
  }
}

/** Adds the id of the current request to what actions log; actions know nothing of requests. */
function naming(log: Log, requestId: () => string | undefined): Log {
  const named = (fields: object) => ({ requestId: requestId(), ...fields })
  return {
    info: (fields, message) => log.info(named(fields), message),
    warn: (fields, message) => log.warn(named(fields), message),
    error: (fields, message) => log.error(named(fields), message),
  }
}
