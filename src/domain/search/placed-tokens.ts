import { bareLengths } from './particles.ts'
import { runsOf, textOf, type Run } from './runs.ts'
import { stemOf, stemToken } from './stems.ts'

/**
 * Where in a word a token stands, as a weight of PostgreSQL's text search: `A` is a whole word, `B`
 * begins one, `C` ends one, `D` is inside or only akin.
 */
export type Weight = 'A' | 'B' | 'C' | 'D'

export interface PlacedToken {
  readonly token: string
  /** Counted in syllables, so that words find each other with spaces and without. */
  readonly position: number
  readonly weight: Weight
}

/**
 * The search tokens of a text. In scripts written without spaces, each pair of neighbouring letters
 * is a token, and so is the last letter of a word without its particles; in others, each word and its
 * stem.
 */
export function* placedTokens(text: string): Generator<PlacedToken> {
  let position = 1
  const runs = runsOf(text)
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    yield* tokensOf(run, next, position)
    const joined = next && joinedToken(run, next)
    if (joined) yield { ...joined, position: position + lengthOf(run) - 1 }
    position += lengthOf(run)
  }
}

/**
 * A number or word together with the one letter after it, as in 250명 and K팝: what is asked for so
 * often would otherwise be looked for among all words that begin with 명.
 */
function joinedToken(run: Run, next: Run): Omit<PlacedToken, 'position'> | undefined {
  if (next.kind !== 'syllables' || run.kind === 'syllables' || run.kind === 'sign') return undefined
  const [first = ''] = next.letters
  const isWhole = next.letters.length === 1 || bareLengths(next.letters, 1).includes(1)
  return { token: joinedTo(run, first), weight: isWhole ? 'A' : 'B' }
}

export function joinedTo(run: Run, letter: string): string {
  return `${run.kind === 'word' ? (run.parts.at(-1) ?? run.word) : textOf(run)}${letter}`
}

/** How many positions a run takes. */
export function lengthOf(run: Run): number {
  if (run.kind === 'syllables') return run.letters.length
  return run.kind === 'word' ? Math.max(1, run.parts.length) : 1
}

function tokensOf(run: Run, next: Run | undefined, position: number): readonly PlacedToken[] {
  switch (run.kind) {
    case 'syllables':
      return inPairs(run.letters, position, run.isGlued ? 0 : 1)
    case 'word':
      return [
        ...wordTokens(run.word, position),
        ...run.parts.flatMap((part, nth) => wordTokens(part, position + nth)),
      ]
    case 'number':
      return [{ token: run.number, position, weight: 'A' }]
    case 'sign':
    default: {
      // "0.7%p" is a difference of percentages.
      const weight = next?.isGlued === true && next.kind === 'word' ? 'D' : 'A'
      return [{ token: run.sign, position, weight }]
    }
  }
}

function wordTokens(word: string, position: number): PlacedToken[] {
  const stem = stemOf(word)
  const own: PlacedToken = { token: word, position, weight: 'A' }
  return stem === undefined || stem === word
    ? [own]
    : [own, { token: stemToken(stem), position, weight: 'D' }]
}

function inPairs(
  letters: readonly string[],
  position: number,
  shortest: number,
): readonly PlacedToken[] {
  const lengths = new Set([letters.length, ...bareLengths(letters, shortest)])
  const barest = Math.min(...lengths)
  const tokens: PlacedToken[] = []
  for (const [index, letter] of letters.entries()) {
    if (index + 1 === barest)
      tokens.push({ token: letter, position: position + index, weight: index === 0 ? 'A' : 'C' })
    const next = letters[index + 1]
    if (next === undefined) continue
    const weight = weightOf(index === 0, lengths.has(index + 2))
    tokens.push({ token: `${letter}${next}`, position: position + index, weight })
  }
  return tokens
}

function weightOf(isFirst: boolean, isLast: boolean): Weight {
  if (isFirst) return isLast ? 'A' : 'B'
  return isLast ? 'C' : 'D'
}
