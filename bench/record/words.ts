import { randomFrom, type Random } from '../../test/oracle/random.ts'

/** How many made-up words each language has. */
const wordCount = 12_000

/** The distance between copies of the record in the list of words. */
const wordsPerCopy = 997

/**
 * The subjects of the synthetic record: made-up words, with English and Korean ones at the same
 * position meaning the same. A few are common and most are rare, as in a natural language.
 */
const english = wordsOf('zvkjxwyg', 'aeiou', 1)
const korean = koreanWords()

const placeOf = new Map([...english, ...korean].map((word, index) => [word, index % wordCount]))

/** A made-up word in both languages. */
export interface Word {
  readonly en: string
  readonly ko: string
}

export function pickWord(random: Random): Word {
  const place = Math.floor(wordCount * (random.below(1_000_000) / 1_000_000) ** 3)
  return { en: english[place] ?? '', ko: korean[place] ?? '' }
}

/** Part of every name, slug and address that must differ between copies of the record. */
export const copyMark = 'x0x'

const replaceable = /\bx0x\b|\b(?:[zvkjxwyg][aeiou]){3}\b|[가-힣]{3}/gi

/** A text of another copy of the record: about other things, with other names. */
export function inCopy(text: string, copy: number): string {
  if (copy === 0) return text
  return text.replaceAll(replaceable, (found) => {
    const word = found.toLowerCase()
    if (word === copyMark) return `x${copy}x`
    const place = placeOf.get(word)
    if (place === undefined) return found
    const other = (place + copy * wordsPerCopy) % wordCount
    if (korean[place] === word) return korean[other] ?? found
    const made = english[other] ?? found
    return found === word ? made : capitalized(made)
  })
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function wordsOf(consonants: string, vowels: string, seed: number): string[] {
  const syllables = [...consonants].flatMap((consonant) =>
    [...vowels].map((vowel) => consonant + vowel),
  )
  return distinctWords(syllables, seed)
}

/** Made of syllables that are rare in Korean, so that they are not mistaken for real words. */
function koreanWords(): string[] {
  const [initials, vowels, finals] = [
    [2, 3, 5, 6, 7, 9, 12, 14, 15, 16, 17, 18],
    [2, 3, 6, 7, 10, 12, 14, 15, 16, 17],
    [0, 4],
  ]
  const syllables = initials.flatMap((initial) =>
    vowels.flatMap((vowel) =>
      finals.map((final) => String.fromCodePoint(0xac00 + (initial * 21 + vowel) * 28 + final)),
    ),
  )
  return distinctWords(syllables, 2)
}

function distinctWords(syllables: readonly string[], seed: number): string[] {
  const random = randomFrom(seed)
  const words = new Set<string>()
  while (words.size < wordCount)
    words.add(random.pick(syllables) + random.pick(syllables) + random.pick(syllables))
  return [...words]
}
