import { randomFrom, type Random } from '../../test/oracle/random.ts'
import type { Sentence } from './texts.ts'
import {
  allOf,
  baseOf,
  beginningOf,
  compoundsIn,
  end,
  frequentWords,
  inflected,
  nounsIn,
  pairedWords,
  particle,
  phrasesIn,
  singlesIn,
  start,
  textsIn,
} from './words.ts'

/** A search, and which sentences it must find, by a plain look at each of them. */
export interface ClassQuery {
  readonly q: string
  readonly must: (text: string) => boolean
  /** Not wrong to find: the word inside a longer one, or a word akin. */
  readonly may: (text: string) => boolean
  /** Has what was typed as it was typed. */
  readonly isTyped: (text: string) => boolean
}

export interface SearchClass {
  readonly name: string
  readonly queries: readonly ClassQuery[]
}

const each = 20

/** Searches of every class, made of sentences by rule: nothing is chosen by hand. */
export function classesOf(sentences: readonly Sentence[], seed: number): SearchClass[] {
  const random = randomFrom(seed)
  const korean = textsIn(sentences, 'ko')
  const english = textsIn(sentences, 'en')
  const nouns = nounsIn(korean)
  const hyphened = allOf(english, /\b[a-z]{2,}-[a-z]{2,}\b/g)
  const some = <T>(all: Iterable<T>) => random.shuffled([...new Set(all)]).slice(0, each)
  return [
    made(
      'A Korean noun',
      some(nouns).map((noun) => nounQuery(noun, noun)),
    ),
    made(
      'B noun with particles',
      some(nouns).map((noun) => nounQuery(noun, noun + particlesOf(noun, random))),
    ),
    made(
      'C1 compound, apart',
      some(compoundsIn(korean)).map((pair) => compoundQuery(pair, ' ')),
    ),
    made(
      'C2 compound, together',
      some(compoundsIn(korean)).map((pair) => compoundQuery(pair, '')),
    ),
    made('D Latin and Hangul', some(allOf(korean, /[A-Z]{1,4}[가-힣]{1,2}/g)).map(mixedQuery)),
    made(
      'E numbers',
      some(allOf(korean, /\d[\d,]*(?:명|억|조|년|원|%|월 \d+일)/g)).map(numberQuery),
    ),
    made('G phrase', some(phrasesIn(english)).map(phraseQuery)),
    made('H exclusion', some(pairedWords(english)).map(exclusionQuery)),
    made(
      'I one syllable',
      some(singlesIn(korean)).map((noun) => nounQuery(noun, noun)),
    ),
    made('J hanja', some(allOf(korean, /\p{Script=Han}/gu)).map(hanjaQuery)),
    made('L English stems', some(inflected(english)).map(stemQuery)),
    made(
      'M hyphens, joined',
      some(hyphened).map((word) => hyphenQuery(word, '')),
    ),
    made(
      'M hyphens, apart',
      some(hyphened).map((word) => hyphenQuery(word, ' ')),
    ),
    made('N English word', some(frequentWords(english)).map(wordQuery)),
  ].filter(({ queries }) => queries.length > 0)
}

function made(name: string, queries: readonly ClassQuery[]): SearchClass {
  return { name, queries }
}

function nounQuery(noun: string, q: string): ClassQuery {
  const word = new RegExp(`${start}${noun}(?:${particle}{0,2})${end}`, 'u')
  return {
    q,
    must: (text) => word.test(text),
    may: (text) => squeezed(text).includes(noun),
    isTyped: (text) => text.includes(q),
  }
}

function particlesOf(noun: string, random: Random): string {
  const hasCoda = ((noun.codePointAt(noun.length - 1) ?? 0) - 0xac_00) % 28 !== 0
  return random.pick(['에서는', '까지', '에게', '보다', hasCoda ? '이라고' : '라고', '께서'])
}

function compoundQuery(pair: string, between: string): ClassQuery {
  const [one = '', other = ''] = pair.split(' ')
  const side = new RegExp(`${one} ?${other}`, 'u')
  return {
    q: `${one}${between}${other}`,
    must: (text) => side.test(text),
    may: (text) => text.includes(one) && text.includes(other),
    isTyped: (text) => text.includes(`${one}${between}${other}`),
  }
}

function mixedQuery(word: string): ClassQuery {
  const apart = word.replace(/([A-Z]+)([가-힣]+)/u, '$1[ -]?$2')
  const found = new RegExp(`(?<![A-Za-z])${apart}`, 'u')
  return {
    q: word,
    must: found.test.bind(found),
    may: found.test.bind(found),
    isTyped: (text) => text.includes(word),
  }
}

function numberQuery(q: string): ClassQuery {
  const spelled = q
    .replaceAll(',', '')
    .replaceAll(/\d+/g, (digits) => [...digits].join(',?'))
    .replaceAll(/(?<=\d)(?=[^\d,?\s])/g, ' ?')
    .replaceAll(' ', ' ?')
    .replaceAll(' ??', ' ?')
  const found = new RegExp(`(?<![\\d.,])${spelled}`, 'u')
  return {
    q,
    must: (text) => found.test(text),
    may: (text) => found.test(text),
    isTyped: (text) => found.test(text),
  }
}

function phraseQuery(phrase: string): ClassQuery {
  const found = new RegExp(`\\b${phrase.replace(' ', String.raw`\s+`)}\\b`, 'i')
  const is = (text: string) => found.test(text)
  return { q: `“${phrase}”`, must: is, may: is, isTyped: is }
}

function exclusionQuery(pair: string): ClassQuery {
  const [one = '', other = ''] = pair.split(' ')
  return {
    q: `${one} -${other}`,
    must: (text) => has(text, one) && !hasAkin(text, other),
    may: (text) => text.toLowerCase().includes(beginningOf(one)) && !has(text, other),
    isTyped: (text) => has(text, one),
  }
}

function has(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`, 'i').test(text)
}

function hasAkin(text: string, word: string): boolean {
  return text.toLowerCase().includes(baseOf(word))
}

function hanjaQuery(letter: string): ClassQuery {
  const is = (text: string) => text.includes(letter)
  return { q: letter, must: is, may: is, isTyped: is }
}

function stemQuery(word: string): ClassQuery {
  const base = baseOf(word)
  const found = new RegExp(`\\b${base}(?:i|y|ies|ied|e|s|es|ed|ing|ings)?\\b`, 'i')
  return {
    q: word,
    must: (text) => found.test(text),
    may: (text) => text.toLowerCase().includes(beginningOf(word)),
    isTyped: (text) => new RegExp(`\\b${word}\\b`, 'i').test(text),
  }
}

/** Typed joined, a word is found with a hyphen; typed apart, it is found in every form. */
function hyphenQuery(word: string, between: '' | ' '): ClassQuery {
  const found = new RegExp(`\\b${word.replace('-', between === '' ? '-?' : '[- ]?')}\\b`, 'i')
  const [one = '', other = ''] = word.split('-')
  return {
    q: word.replace('-', between),
    must: (text) => found.test(text),
    may: (text) =>
      [one, other].every((part) => text.toLowerCase().includes(beginningOf(part).slice(0, -1))),
    isTyped: (text) => found.test(text),
  }
}

function wordQuery(word: string): ClassQuery {
  const found = new RegExp(`\\b${word}\\b`, 'i')
  return {
    q: word,
    must: (text) => found.test(text),
    may: (text) => text.toLowerCase().includes(beginningOf(word)),
    isTyped: (text) => found.test(text),
  }
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, '')
}
