import { letter, plainText, syllable } from './letters.ts'
import type { Run } from './runs.ts'
import { stemOf } from './stems.ts'
import type { SearchTerm } from './terms.ts'

/** Where a search hits a text, in UTF-16 code units. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/**
 * The places in a text that have the words of a search, in order and without overlap. It marks what
 * readers would point at; which claims are found, the index decides.
 */
export function hitsIn(text: string, terms: readonly SearchTerm[]): readonly Hit[] {
  const sought = terms.filter(({ isExcluded }) => !isExcluded).flatMap(patternsOf)
  if (sought.length === 0) return []
  const { plain, placeOf } = folded(text)
  const found = sought.flatMap((each) =>
    placesIn(plain, each).map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) })),
  )
  return merged(found)
}

interface Pattern {
  readonly pattern: RegExp
  /** Whether the words that the pattern captured are those that are sought. */
  readonly isMeant: (words: readonly string[]) => boolean
}

function placesIn(plain: string, { pattern, isMeant }: Pattern): readonly Hit[] {
  const places: Hit[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const { 0: words, index, groups = {} } = match
    if (words !== '' && isMeant(Object.values(groups)))
      places.push({ start: index, end: index + words.length })
    // Other words than those that are sought may end with the first of these.
    else pattern.lastIndex = index + ((plain.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
  }
  return places
}

function patternsOf({ bare, runs, joined }: SearchTerm): readonly Pattern[] {
  const own = bare.length > 0 ? bare : runs
  const words = own.filter((run) => run.kind === 'word').map(({ word }) => word)
  return [
    {
      pattern: new RegExp(own.map(sourceOf).join('[^\\p{L}\\p{N}]{0,3}'), 'gv'),
      isMeant: (found) => words.every((word, nth) => isSame(word, found[nth] ?? '')),
    },
    ...joined.map((word) => ({
      pattern: new RegExp(`(?<!${letter})${escaped(word)}(?!${letter})`, 'gv'),
      isMeant: () => true,
    })),
  ]
}

const inside = `['’ʼ.\\-‐‑–·]`

/** A run of a search as a part of a pattern; every word is a group of its own. */
function sourceOf(run: Run, nth: number): string {
  if (run.kind === 'word')
    return `(?<!${letter})(?<w${nth}>${letter}+(?:${inside}${letter}+)*)(?!${letter})`
  if (run.kind === 'number')
    return `(?<![\\p{Nd}])${[...run.number].map(escaped).join(',?')}(?!\\p{Nd})`
  if (run.kind === 'sign') return escaped(run.sign)
  // A single syllable is a part of too many words.
  const letters = run.letters.map(escaped).join('\\s?')
  return run.letters.length === 1 && !run.isGlued ? `(?<!${syllable})${letters}` : letters
}

/** The same word, or another one with its stem. */
function isSame(sought: string, found: string): boolean {
  const word = found.replace(/['’ʼ]s$/, '').replaceAll(new RegExp(inside, 'gv'), '')
  if (word === sought) return true
  const stem = stemOf(sought)
  return stem !== undefined && stem === stemOf(word)
}

function escaped(text: string): string {
  return RegExp.escape(text)
}

/** A text as the index folds it, and where each place in it was before. */
function folded(text: string) {
  const starts: number[] = []
  let plain = ''
  for (const { segment, index } of new Intl.Segmenter('und').segment(text)) {
    const each = plainText(segment)
    for (let at = 0; at < each.length; at += 1) starts.push(index)
    plain += each
  }
  return { plain, placeOf: (at: number) => starts[at] ?? text.length }
}

function merged(hits: readonly Hit[]): readonly Hit[] {
  const all: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    if (last === undefined || hit.start > last.end) all.push(hit)
    else if (hit.end > last.end) all[all.length - 1] = { start: last.start, end: hit.end }
  }
  return all
}
