import type { Deps, Log } from '../actions/record/deps.ts'
import type { Measures } from '../actions/record/measures.ts'
import type { Member } from '../actions/record/member.ts'
import { PendingWrites } from '../actions/record/pending-writes.ts'
import { PreviewTurns } from '../actions/record/preview-turns.ts'
import type { SecondPerson } from '../actions/record/submissions.ts'
import { openWriteQueue } from '../actions/record/queue/write-queue.ts'
import {
  type WriteQueue,
  hasRoomIn,
  importers,
  type Asking,
  writeQueueLimits,
  type QueueState,
  type WriteQueueLimits,
} from '../actions/record/queue/write-queue-limits.ts'
import type { Db } from '../store/database/db.ts'

/** What the writes of a service tell it. */
export interface WriteReports {
  readonly log: Log
  readonly measures: Measures
  /** Called with the last event of each write that was committed. */
  readonly onCommit: (seq: number) => void
  /** The id of the request that is being answered. */
  readonly requestId: () => string | undefined
}

export interface WritingOptions extends WriteReports {
  readonly db: Db
  readonly now?: (() => number) | undefined
  readonly secondPerson?: SecondPerson | undefined
  /** How many writes may wait. Default: what suits a service. */
  readonly limits?: WriteQueueLimits | undefined
  /** Called when the state may have changed. */
  readonly onChange?: () => void
}

/** What the verbs need. */
export interface VerbDeps extends Deps {
  /** Where bundles wait before they are read: as bytes they take less room. */
  readonly bundleQueue: WriteQueue<Member>
  /** Aborted when nobody waits for the answer to this write any more. */
  readonly signal?: AbortSignal | undefined
}

/** What waits, at one moment, as data. */
export interface WritingState {
  readonly writes: QueueState
  readonly bundles: QueueState
}

/**
 * Bundles have at most 5 MiB, and the room for bodies bounds them together. One is read while another is
 * entered, and they are of two callers: nobody occupies both places.
 */
const bundleQueueLimits = {
  ...writeQueueLimits,
  atOnceMax: 2,
  ownAtOnceMax: 1,
  waitingMin: 8,
  waitingMax: 8,
}

/** What actions need, wherever the writes of a service are carried out. */
export function openWriting({ limits, onChange, log, requestId, ...given }: WritingOptions) {
  const writeQueue = openWriteQueue<Member>(limits, onChange)
  const bundleQueue = openWriteQueue<Member>(
    { ...bundleQueueLimits, ...patienceOf(limits) },
    onChange,
  )
  const deps: VerbDeps = {
    ...given,
    log: naming(log, requestId),
    writeQueue,
    bundleQueue,
    previews: new PreviewTurns(writeQueue),
    pendingWrites: new PendingWrites(),
  }
  const state = (): WritingState => ({ writes: writeQueue.state(), bundles: bundleQueue.state() })
  return { deps, state }
}

/** The state of a service that has not written yet. */
export function emptyState(): WritingState {
  return { writes: openWriteQueue().state(), bundles: openWriteQueue(bundleQueueLimits).state() }
}

/** Whether the write may wait. */
export function hasRoomFor({ writes, bundles }: WritingState, asking: Asking): boolean {
  const { caller, isImport } = asking
  if (!isImport) return hasRoomIn(writes, caller)
  return hasRoomIn(writes, importers) && hasRoomIn(bundles, caller)
}

function patienceOf({ importPatienceMs } = writeQueueLimits) {
  return { patienceMs: importPatienceMs }
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
