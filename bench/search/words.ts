/** What sentences have that searches are made of. */
import type { Sentence } from './texts.ts'

export const particle =
  '(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|보다|에는|에서는|에도|이라는|라는|이라고|라고|이나|나|이며|이다|다)'
export const end = `(?=$|[\\s.,?!"'’”)\\]·…])`
export const start = `(?<=^|[\\s("'‘“\\[·])`
export function textsIn(sentences: readonly Sentence[], lang: string): string[] {
  return sentences.filter((sentence) => sentence.lang === lang).map(({ text }) => text)
}

export function allOf(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([found]) => found))
}

/** Words of two syllables or more that stand with different particles. */
export function nounsIn(texts: readonly string[]): string[] {
  const forms = new Map<string, Set<string>>()
  for (const [, noun = '', after = ''] of texts.flatMap((text) => [
    ...text.matchAll(new RegExp(`${start}([가-힣]{2,4}?)(은|는|이|가|을|를|에서|의)${end}`, 'gu')),
  ]))
    forms.set(noun, (forms.get(noun) ?? new Set()).add(after))
  return [...forms].flatMap(([noun, after]) => (after.size > 1 ? [noun] : []))
}

export function singlesIn(texts: readonly string[]): string[] {
  const found = allOf(texts, new RegExp(`${start}[가-힣](?=(?:을|를|의|이|가)${end})`, 'gu'))
  return found.filter((one) => !/[그이저한두수것등및각더안못다]/u.test(one))
}

/** Two words that some sentence has side by side and another one joined. */
export function compoundsIn(texts: readonly string[]): string[] {
  const all = texts.join('\n')
  const pairs = allOf(
    texts,
    new RegExp(`${start}[가-힣]{2,3} [가-힣]{2}(?=${particle}?${end})`, 'gu'),
  )
  return pairs.filter((pair) => all.includes(pair.replace(' ', '')))
}

export function phrasesIn(texts: readonly string[]): string[] {
  return allOf(texts, /\b[a-z]{4,} [a-z]{4,}\b/g)
}

export function pairedWords(texts: readonly string[]): string[] {
  return allOf(texts, /\b[a-z]{6,} (?=[a-z]{6,}\b)[a-z]+/g)
}

export function wordsIn(texts: readonly string[]): string[] {
  return allOf(texts, /\b[a-z]{5,}\b/g)
}

export function inflected(texts: readonly string[]): string[] {
  const forms = Map.groupBy(new Set(wordsIn(texts)), baseOf)
  return [...forms.values()].flatMap((words) =>
    words.length > 1 ? words.filter((word) => /(?:ing|ed|s)$/.test(word)).slice(0, 1) : [],
  )
}

export function frequentWords(texts: readonly string[]): string[] {
  const counted = Map.groupBy(wordsIn(texts), (word) => word)
  return [...counted].flatMap(([word, all]) => (all.length >= 5 && all.length <= 200 ? [word] : []))
}

/** Of English regular forms, the part that they share. */
export function baseOf(word: string): string {
  return word.replace(/(?:ies|ied|y)$/, 'i').replace(/(?:ings?|ed|es|s|e)$/, '')
}

/** What words of one family begin with. */
export function beginningOf(word: string): string {
  return word.slice(0, Math.max(4, word.length - 4))
}
