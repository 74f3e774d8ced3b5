import { writeSync } from 'node:fs'
import type { Pieces } from './gathered-lines.ts'

/** Writes some of the bytes to a descriptor, and returns how many. */
type WriteBytes = (descriptor: number, bytes: Uint8Array) => number

const againMs = 10
const patienceMs = 1_000

/**
 * Writes each piece of a log before it returns. What cannot be written is dropped: a closed
 * terminal, a pipe without a reader or a full disk ends the log, not the service. pino's own
 * destinations retry a closed terminal for ever.
 */
export function standardError(write: WriteBytes = writeSync): Pieces {
  return {
    write: (piece) => {
      let bytes: Uint8Array = Buffer.from(piece)
      for (let waited = 0; bytes.length > 0;) {
        const written = writeSome(write, bytes)
        if (written === 'failed') return
        if (written === 'busy' && (waited += againMs) > patienceMs) return
        if (written === 'busy') pause()
        else bytes = bytes.subarray(written)
      }
    },
    flushSync: () => {},
  }
}

function writeSome(write: WriteBytes, bytes: Uint8Array): number | 'busy' | 'failed' {
  try {
    return write(2, bytes)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? 'busy' : 'failed'
  }
}

/**
 * Waits until the reader has made room. Nothing else may be written meanwhile, because the piece is
 * half written.
 */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, againMs)
}
