import { carryOut, writesBy, type Writer } from './writes.ts'
import { hasRoomFor, openWriting, type WritingOptions } from './writing-deps.ts'

/**
 * Carries out writes in the thread that asks. What goes in and out is copied as it is on the way to
 * another thread, so that the two cannot differ.
 */
export function writeInPlace(options: WritingOptions): Writer {
  const { deps, state } = openWriting(options)
  const writes = writesBy(async (call, signal) =>
    structuredClone(await carryOut({ ...deps, signal }, structuredClone(call))),
  )
  return { writes, hasRoom: (asking) => hasRoomFor(state(), asking) }
}
