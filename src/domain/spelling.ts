/** A name as it is compared: without case, width, and how much space there is. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** Longer names are compared by their beginning. */
const comparedMax = 100

/**
 * How something is spelled: three letters each, with a space before and behind. Korean syllables are
 * taken apart, so that one wrong vowel is one wrong letter.
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
 * How alike two spellings are, from 0 to 1: by the grams that they share, among all of both; what
 * stands whole in the other counts nearly as much.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one)
  const shared = other.filter((gram) => known.has(gram)).length
  const shorter = Math.min(one.length, other.length)
  const part = shorter < wholeMin ? 0 : (0.8 * shared) / shorter
  return Math.max((2 * shared) / Math.max(1, one.length + other.length), part)
}

/** Of fewer grams it says little that another name has them. */
const wholeMin = 5

/** What is less alike is not suggested. */
export const likenessMin = 0.4
