import { letter, syllable } from './letters.ts'
import type { Run } from './runs.ts'
import { stemOf } from './stems.ts'

/** Where something stands in a text, in UTF-16 code units. */
export interface Hit {
  readonly start: number
  readonly end: number
}

const joint = `['’ʼ.\\-‐‑–·]`
const isJoint = new RegExp(`^${joint}$`, 'v')
const joints = new RegExp(joint, 'gv')
const letters = new RegExp(`${letter}+`, 'gv')

interface Word extends Hit {
  /** Whether a single mark joins it to the next word, as in "sales-target". */
  readonly isJoined: boolean
}

/** A folded text, and its words: every run of letters, in order. */
export class HitText {
  readonly plain: string
  readonly words: readonly Word[]
  readonly #nthAt: ReadonlyMap<number, number>

  constructor(plain: string) {
    this.plain = plain
    const found = [...plain.matchAll(letters)]
    this.words = found.map(({ 0: { length }, index: start }, nth) => {
      const end = start + length
      const isNear = found[nth + 1]?.index === end + 1
      return { start, end, isJoined: isNear && isJoint.test(plain.charAt(end)) }
    })
    this.#nthAt = new Map(this.words.map(({ start }, nth) => [start, nth]))
  }

  /** Which word begins at a place. */
  nthAt(start: number): number | undefined {
    return this.#nthAt.get(start)
  }
}

/** Where a part of a search may end that begins at a place, the longest first. */
type EndsAt = (text: HitText, at: number) => readonly number[]

/** No longer ending is taken from a word to find its stem. */
const endingMax = 24

function endsOfWord(word: string): EndsAt {
  return (text, start) => {
    const ends: number[] = []
    const first = text.nthAt(start)
    let length = 0
    for (let nth = first; nth !== undefined;) {
      const part = text.words[nth]
      if (!part) break
      length += part.end - part.start
      if (length > word.length + endingMax) break
      // With "'s", it has one letter more.
      const isAsLong = length === word.length || length === word.length + 1
      const isWhole = nth === first || !part.isJoined
      if ((isAsLong || isWhole) && isSame(word, text.plain.slice(start, part.end)))
        ends.unshift(part.end)
      nth = part.isJoined ? nth + 1 : undefined
    }
    return ends
  }
}

/** The same word, or another one with its stem. */
function isSame(sought: string, found: string): boolean {
  const word = found.replace(/['’ʼ]s$/, '').replaceAll(joints, '')
  if (word === sought) return true
  const stem = stemOf(sought)
  return stem !== undefined && stem === stemOf(word)
}

function endsOf(run: Run): EndsAt {
  if (run.kind === 'word') return endsOfWord(run.word)
  const pattern = new RegExp(sourceOf(run), 'vy')
  return ({ plain }, at) => {
    pattern.lastIndex = at
    return pattern.test(plain) ? [pattern.lastIndex] : []
  }
}

function sourceOf(run: Exclude<Run, { kind: 'word' }>): string {
  if (run.kind === 'number')
    return `(?<!\\p{Nd})${[...run.number].map(escaped).join(',?')}(?!\\p{Nd})`
  if (run.kind === 'sign') return escaped(run.sign)
  // A single syllable is a part of too many words.
  const whole = run.letters.map(escaped).join('\\s?')
  return run.letters.length === 1 && !run.isGlued ? `(?<!${syllable})${whole}` : whole
}

const apart = /[^\p{L}\p{N}]/vy
const apartMax = 3

/** The places where a run may begin after one that ends at a place, the farthest first. */
function startsAfter(plain: string, end: number): readonly number[] {
  const starts = [end]
  apart.lastIndex = end
  while (starts.length <= apartMax && apart.test(plain)) starts.unshift(apart.lastIndex)
  return starts
}

/**
 * The places of runs that follow each other. Each run is looked for at each place once, so that the
 * time it takes grows with the text, and not with the ways to divide it.
 */
export function placesOfRuns(text: HitText, runs: readonly Run[]): readonly Hit[] {
  const { plain } = text
  const known = new Map<string, EndsAt>()
  const parts = runs.map((run) => {
    const name = JSON.stringify(run)
    const part = known.get(name) ?? once(endsOf(run))
    known.set(name, part)
    return part
  })
  const startsOf = once((_, end: number) => startsAfter(plain, end))
  const ends = parts.map(() => new Map<number, number | undefined>())
  const places: Hit[] = []
  for (let at = 0; at < plain.length;) {
    const end = endFrom(0, at)
    const isFound = end !== undefined && end > at
    if (isFound) places.push({ start: at, end })
    at = isFound ? end : at + ((plain.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  }
  return places

  /** Where the runs from one on end if it begins at a place. */
  function endFrom(nth: number, at: number): number | undefined {
    const before = ends[nth]
    if (!before || before.has(at)) return before?.get(at)
    let last: number | undefined
    for (const end of parts[nth]?.(text, at) ?? []) last ??= lastAfter(nth, end)
    before.set(at, last)
    return last
  }

  function lastAfter(nth: number, end: number): number | undefined {
    if (nth + 1 === parts.length) return end
    for (const start of startsOf(text, end)) {
      const last = endFrom(nth + 1, start)
      if (last !== undefined) return last
    }
    return undefined
  }
}

/** The same, worked out once for each place of a text. */
function once(endsAt: EndsAt): EndsAt {
  const known = new Map<number, readonly number[]>()
  return (text, at) => {
    const ends = known.get(at) ?? endsAt(text, at)
    known.set(at, ends)
    return ends
  }
}

/** The places of a whole word. */
export function placesOfWord({ plain }: HitText, word: string): readonly Hit[] {
  const whole = new RegExp(`(?<!${letter})${escaped(word)}(?!${letter})`, 'gv')
  return Array.from(plain.matchAll(whole), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
}

function escaped(text: string): string {
  return RegExp.escape(text)
}
