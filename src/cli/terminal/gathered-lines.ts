import type { DestinationStream } from 'pino'

/** Accepts pieces of a log in order, and may write some of them later. */
export interface Pieces {
  write(piece: string): unknown
  /** Writes everything that is left before it returns. */
  flushSync(): void
}

export interface GatheredLines extends DestinationStream {
  /** Writes what is buffered. */
  flush(): void
  /** The same, but returns only when it is written. */
  flushSync(): void
}

const pieceLength = 8 * 1024
const waitMs = 100

/**
 * Buffers lines, but not longer than a reader of the log would notice: writing each by itself, or
 * only counting its bytes, takes a fifth of the time of a cached card.
 */
export function gatherLines(pieces: Pieces): GatheredLines {
  let gathered = ''
  const flush = () => {
    if (gathered === '') return
    const piece = gathered
    gathered = ''
    pieces.write(piece)
  }
  setInterval(flush, waitMs).unref()
  return {
    write: (line) => {
      gathered += line
      if (gathered.length >= pieceLength) flush()
    },
    flush,
    flushSync: () => {
      flush()
      pieces.flushSync()
    },
  }
}
