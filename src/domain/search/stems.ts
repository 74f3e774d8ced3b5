import porter2 from 'wink-porter2-stemmer'

/** Marks the stem of a word, to tell it from the word itself. */
const stemMark = '~'

/** A short word, or one of another alphabet, has no English stem. */
const stemmed = /^[a-z]{3,}$/

/** The words of a language repeat, and stemming one takes longer than everything else about it. */
const known = new Map<string, string>()
const knownMax = 20_000

/** The English stem of a word, if it has one. */
export function stemOf(word: string): string | undefined {
  if (!stemmed.test(word)) return undefined
  const before = known.get(word)
  if (before !== undefined) return before
  const stem = porter2(word)
  if (known.size >= knownMax) known.clear()
  known.set(word, stem)
  return stem
}

export function stemToken(stem: string): string {
  return `${stemMark}${stem}`
}
