import { tokenRuns } from '../domain/search-tokens.ts'

/** The highest position that a tsvector records. */
const positionMax = 16_383
/** A tsvector holds at most 1 MiB; of longer texts, only the beginning is indexed. */
const bytesMax = 1_000_000
/** The size of a token besides its letters. */
const tokenBytes = 6
/** UTF-8 bytes per UTF-16 unit. */
const unitBytesMax = 3
/** The gap between two texts, so that no phrase spans both. */
const gap = 100

/**
 * Texts as a tsvector literal. Tokens are only letters and digits, so nothing needs escaping. What
 * exceeds the limits of a tsvector is left out.
 */
export function tokenVector(texts: readonly string[]): string {
  const placed: string[] = []
  let bytes = 0
  let position = 0
  const place = (token: string): void => {
    bytes += token.length * unitBytesMax + tokenBytes
    if (bytes <= bytesMax) placed.push(`'${token}':${Math.min(position, positionMax)}`)
  }
  for (const text of texts) {
    if (bytes > bytesMax) break
    for (const { tokens, last } of tokenRuns(text)) {
      for (const token of tokens) {
        position += 1
        place(token)
      }
      // At the position of the last pair, so that the next token stays adjacent to it.
      if (last !== undefined) place(last)
    }
    position += gap
  }
  return placed.join(' ')
}
