import type { DestinationStream } from 'pino'

/** Takes pieces of a log in turn, some of them later than at once. */
export interface Pieces {
  write(piece: string): unknown
  /** Writes what is left before it returns. */
  flushSync(): void
}

export interface GatheredLines extends DestinationStream {
  /** Passes on what waits. */
  flush(): void
  /** The same, and returns when it is written. */
  flushSync(): void
}

const pieceLength = 8 * 1024
const waitMs = 100

/**
 * Lines wait for others, for no longer than a reader of the log would notice: to write each by
 * itself, or only to find out how many bytes it has, takes a fifth of the time of a hot card.
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
