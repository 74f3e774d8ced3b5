import { joinedTo, lengthOf, type Weight } from './placed-tokens.ts'
import type { SearchTerm } from './terms.ts'
import { runsOf, textOf, type Run } from './runs.ts'
import { stemOf, stemToken } from './stems.ts'

/** Tokens that stand at fixed distances from each other. */
export type Pattern = readonly PatternToken[]

export interface PatternToken {
  readonly token: string
  readonly offset: number
  /** Any token that begins so. */
  readonly isPrefix?: boolean
  /** Only with one of these weights. */
  readonly weights?: readonly Weight[]
}

/** The patterns that answer a term of a search. */
export function patternsOfTerm({ bare, isPhrase, joined }: SearchTerm): readonly Pattern[] {
  const others = joined.map((token): Pattern => [{ token, offset: 0 }])
  return [...patternsOf(bare, { isExact: isPhrase }), ...others]
}

/** A longer word is not looked for with spaces inside: its parts would have to be tried one by one. */
const splitMax = 12

/** The patterns of which a text with these runs has at least one. */
export function patternsOf(runs: readonly Run[], { isExact = false } = {}): readonly Pattern[] {
  const [run, ...others] = runs
  if (!run) return []
  if (isExact) return [inOrder(runs)]
  if (others.length === 0) return ofOne(run)
  if (runs.every(isLetter)) return ofLetters(runs)
  return [runs, ...withUnitApart(runs)].map(inOrder)
}

/** All runs, one after the other. */
function inOrder(runs: readonly Run[]): Pattern {
  const parts: PatternToken[] = []
  let offset = 0
  for (const [index, each] of runs.entries()) {
    const next = runs[index + 1]
    const isJoined = next !== undefined && isJoinedWith(each, next)
    const isDone = isJoinedWith(runs[index - 1], each)
    const isLast = next === undefined
    if (!isDone)
      parts.push(...(isJoined ? joined(each, next, offset) : inRow(each, offset, isLast)))
    offset += lengthOf(each)
  }
  return parts
}

/** The longest unit is looked for with a space inside, such as 천만 원. */
const unitMax = 5

/** 2400억원 as 2400억 원, which many write so; 4천만원 as 4천만 원, too. */
function withUnitApart(runs: readonly Run[]): readonly (readonly Run[])[] {
  const [number, unit] = runs.slice(-2)
  if (number?.kind !== 'number' || unit?.kind !== 'syllables') return []
  const { letters } = unit
  if (letters.length > unitMax) return []
  return letters
    .slice(1)
    .map((_, index) => [
      ...runs.slice(0, -1),
      { ...unit, letters: letters.slice(0, index + 1) },
      { kind: 'syllables', isGlued: false, letters: letters.slice(index + 1) },
    ])
}

function isLetter(run: Run): run is Extract<Run, { kind: 'syllables' }> {
  return run.kind === 'syllables' && run.letters.length === 1
}

/** 한·미: each a word of its own, or both together as 한미. */
function ofLetters(runs: readonly Run[]): readonly Pattern[] {
  const letters = runs.filter(isLetter).map((run) => run.letters.join(''))
  const apart = letters.map((token, offset): PatternToken => ({ token, offset, weights: ['A'] }))
  return [apart, pairs(letters, 0)]
}

/** Whether a single letter follows a number or word: texts have a token for both. */
function isJoinedWith(run: Run | undefined, next: Run): boolean {
  const isOpen = run?.kind === 'number' || run?.kind === 'word'
  return isOpen && next.kind === 'syllables' && next.letters.length === 1
}

function joined(run: Run, next: Run, offset: number): Pattern {
  const before = run.kind === 'word' ? run.parts.slice(0, -1) : []
  return [
    ...before.map((token, nth) => ({ token, offset: offset + nth })),
    { token: joinedTo(run, textOf(next)), offset: offset + lengthOf(run) - 1 },
  ]
}

function ofOne(run: Run): readonly Pattern[] {
  if (run.kind === 'word') return ofWord(run.word, run)
  if (run.kind !== 'syllables') return [inRow(run, 0, true)]
  const { letters } = run
  if (letters.length < 2 || letters.length > splitMax) return [inRow(run, 0, true)]
  const breaks = letters.slice(1).map((_, index) => withBreak(letters, index + 1))
  // Of two letters, the pair itself is not among these.
  return letters.length > 3 ? breaks : [inRow(run, 0, true), ...breaks]
}

/** A word, its stem, and other words with that stem; or the parts that it was joined from. */
function ofWord(word: string, { parts }: { readonly parts: readonly string[] }): Pattern[] {
  const stem = stemOf(word)
  const tokens = [word, ...(stem === undefined ? [] : [...asWord(stem), stemToken(stem)])]
  const inParts = parts.map((token, offset) => ({ token, offset }))
  return [
    ...[...new Set(tokens)].map((token) => [{ token, offset: 0 }]),
    ...(inParts.length > 0 ? [inParts] : []),
  ]
}

/** A text has no mark before a stem that is the word itself: "tariff" is what "tariffs" stems from. */
function asWord(stem: string): readonly string[] {
  return stemOf(stem) === stem ? [stem] : []
}

/** One run among others, or as it is. */
function inRow(run: Run, offset: number, isLast: boolean): Pattern {
  switch (run.kind) {
    case 'syllables':
      return run.letters.length === 1
        ? [{ token: run.letters.join(''), offset, isPrefix: isLast }]
        : pairs(run.letters, offset)
    case 'word':
      return run.parts.length > 0
        ? run.parts.map((token, nth) => ({ token, offset: offset + nth }))
        : [{ token: run.word, offset }]
    case 'number':
      return [{ token: run.number, offset }]
    case 'sign':
    default:
      return [{ token: run.sign, offset }]
  }
}

function pairs(letters: readonly string[], offset: number): PatternToken[] {
  return letters
    .slice(1)
    .map((letter, index) => ({ token: `${letters[index]}${letter}`, offset: offset + index }))
}

/**
 * The same word, whether or not there is a space before its letter at `index`: 전기요금 is found in
 * 전기 요금.
 */
function withBreak(letters: readonly string[], index: number): Pattern {
  const [left, right] = [letters.slice(0, index), letters.slice(index)]
  const before: Pattern =
    left.length > 1 ? pairs(left, 0) : [{ token: left.join(''), offset: 0, weights: ['A'] }]
  const after: Pattern =
    right.length > 1
      ? pairs(right, index)
      : [{ token: right.join(''), offset: index, weights: ['A'] }]
  return [...before, ...after]
}

/** The pattern of a name in a text: as whole words, so that 할덴 is not found in 할덴버그. */
export function patternOfName(name: string): Pattern {
  return asWholeWords(runsOf(name))
}

/** The patterns of a word in names, where it is a whole word, or several: 카리올슨 in 카리 올슨. */
export function patternsInNames(runs: readonly Run[]): readonly Pattern[] {
  const [run, ...others] = runs
  const whole = asWholeWords(runs)
  if (run?.kind !== 'syllables' || others.length > 0 || run.letters.length > splitMax)
    return [whole]
  return [whole, ...run.letters.slice(1).map((_, index) => withBreak(run.letters, index + 1))]
}

function asWholeWords(runs: readonly Run[]): Pattern {
  const tokens = inOrder(runs)
  return tokens.map((token, index) => {
    const isFirst = index === 0
    const isLast = index === tokens.length - 1
    if (!isFirst && !isLast) return token
    const weights: Weight[] = [
      'A',
      ...(isFirst && !isLast ? (['B'] as const) : []),
      ...(isLast && !isFirst ? (['C'] as const) : []),
    ]
    return { ...token, isPrefix: false, weights }
  })
}
