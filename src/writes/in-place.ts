import { openWriteQueue, type WriteQueueLimits } from '../actions/record/write-queue.ts'
import { carryOut, writesBy, type Writer } from './writes.ts'
import { writingDeps, type WritingDeps } from './writing-deps.ts'

export interface InPlace extends Omit<WritingDeps, 'writeQueue'> {
  /** How many writes may wait. Default: what suits a service. */
  readonly writeQueueLimits?: WriteQueueLimits | undefined
}

/**
 * Carries out writes in the thread that asks. What goes in and out is copied as it is on the way to
 * another thread, so that the two cannot differ.
 */
export function writeInPlace({ writeQueueLimits, ...given }: InPlace): Writer {
  const writeQueue = openWriteQueue(writeQueueLimits)
  const deps = writingDeps({ ...given, writeQueue })
  const writes = writesBy(async (call) =>
    structuredClone(await carryOut(deps, structuredClone(call))),
  )
  return { writes, hasRoom: writeQueue.hasRoom }
}
