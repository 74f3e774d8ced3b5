import { placedTokens } from '../domain/search/placed-tokens.ts'

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
 * Texts as a tsvector literal. Tokens are letters, digits and the marks that search uses, so nothing
 * needs escaping. What exceeds the limits of a tsvector is left out.
 *
 * @param others tokens that stand nowhere in the texts
 */
export function tokenVector(texts: readonly string[], others: readonly string[] = []): string {
  const placed = new Set(others.map((token) => `'${token}'`))
  let bytes = others.reduce((sum, token) => sum + sizeOf(token), 0)
  let start = 0
  for (const text of texts) {
    let end = start
    for (const { token, position, weight } of placedTokens(text)) {
      bytes += sizeOf(token)
      if (bytes > bytesMax) return [...placed].join(' ')
      end = start + position
      placed.add(`'${token}':${Math.min(end, positionMax)}${weight === 'D' ? '' : weight}`)
    }
    start = end + gap
  }
  return [...placed].join(' ')
}

function sizeOf(token: string): number {
  return token.length * unitBytesMax + tokenBytes
}
