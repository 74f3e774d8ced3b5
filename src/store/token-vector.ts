import { tokenRuns } from '../domain/search-tokens.ts'

/** Where a tsvector stops counting. */
const positionMax = 16_383
/** A tsvector holds 1 MiB at most; longer texts are found by what stands before. */
const bytesMax = 1_000_000
/** What a token takes besides its letters. */
const tokenBytes = 6
/** In UTF-8, for each unit of UTF-16. */
const unitBytesMax = 3
/** Between two texts, so that no phrase runs from one into the other. */
const gap = 100

/**
 * Texts as a tsvector in its own notation: tokens are letters and digits alone, so none is escaped.
 * What exceeds the bounds of a tsvector is left out.
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
      // Beside the last pair, so that what follows stays next to that.
      if (last !== undefined) place(last)
    }
    position += gap
  }
  return placed.join(' ')
}
