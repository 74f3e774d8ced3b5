/** A name normalised for comparison: without case, width and differences in spacing. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** Of longer names, only the beginning is compared. */
const comparedMax = 100

/**
 * The trigrams of a name, with a space before and after it. Korean syllables are decomposed, so
 * that one wrong vowel counts as one wrong letter.
 */
export function gramsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  if (plain === '') return []
  const letters = ['', '', ...[...plain].slice(0, comparedMax), ''].map((each) => each || ' ')
  const grams = letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
  return [...new Set(grams)]
}

/**
 * The similarity of two spellings, from 0 to 1: the shared trigrams divided by all of both. A name
 * contained in the other counts as nearly identical.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one)
  const shared = other.filter((gram) => known.has(gram)).length
  const shorter = Math.min(one.length, other.length)
  const part = shorter < wholeMin ? 0 : (0.8 * shared) / shorter
  return Math.max((2 * shared) / Math.max(1, one.length + other.length), part)
}

/** With fewer trigrams, containment says little. */
const wholeMin = 5

/** Less similar names are not suggested. */
export const likenessMin = 0.4
