import { letter, plainText, syllable } from './letters.ts'

/** A stretch of a text that is indexed in one way. */
export type Run = {
  /** Nothing stands between it and the run before it. */
  readonly isGlued: boolean
} & (
  | { readonly kind: 'syllables'; readonly letters: readonly string[] }
  /** A word; of one with hyphens or points inside, also its parts. */
  | { readonly kind: 'word'; readonly word: string; readonly parts: readonly string[] }
  /** In digits, without separators: "2400", "0.7". */
  | { readonly kind: 'number'; readonly number: string }
  /** A percent sign after a number. */
  | { readonly kind: 'sign'; readonly sign: string }
)

/** The letters of a token, at most 256 bytes. A longer run is not a word, and is indexed in parts. */
const wordMax = 64

const joints = `['’ʼ\\-‐‑–·]`

const pattern = new RegExp(
  [
    // "U.S.", "u.n": letters with points.
    `(?<points>(?<![\\p{L}\\p{N}])(?:${letter}\\.){2,}${letter}?(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${letter}\\.${letter}(?![\\p{L}\\p{N}]))`,
    `(?<number>\\p{Nd}(?:[.,]?\\p{Nd})*)`,
    `(?<sign>[%‰])`,
    `(?<syllables>${syllable}+)`,
    `(?<word>${letter}+(?:${joints}${letter}+)*)`,
  ].join('|'),
  'gv',
)

const joint = new RegExp(joints, 'v')
const possessive = /['’ʼ]s$/

/** The runs of a text, in order. Everything else, such as punctuation, only separates them. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let end = -1
  for (const { 0: found, index, groups = {} } of plainText(text).matchAll(pattern)) {
    const isGlued = index === end
    end = index + found.length
    if (groups['syllables'] !== undefined)
      runs.push({ kind: 'syllables', isGlued, letters: [...found] })
    else if (groups['number'] !== undefined)
      for (const [nth, number] of numbersIn(found).entries())
        runs.push({ kind: 'number', isGlued: isGlued && nth === 0, number })
    else if (groups['sign'] !== undefined) {
      if (runs.at(-1)?.kind === 'number') runs.push({ kind: 'sign', isGlued: true, sign: found })
    } else
      for (const [nth, word] of wordsIn(found, groups['points'] !== undefined).entries())
        runs.push({ kind: 'word', isGlued: isGlued || nth > 0, ...word })
  }
  return runs
}

/** "1,234.5" is one number; "2025.12.8" and "3,4" are several. */
function numbersIn(digits: string): string[] {
  if (/^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?$/u.test(digits))
    return partsOf(digits.replaceAll(',', ''))
  if (/^\p{Nd}+(?:\.\p{Nd}+)?$/u.test(digits)) return partsOf(digits)
  return digits.split(/[.,]/).flatMap(partsOf)
}

function wordsIn(found: string, isPointed: boolean) {
  if (isPointed) return [{ word: found.replaceAll('.', ''), parts: [] }]
  const word = found.replace(possessive, '')
  const parts = word.split(joint)
  const joined = parts.join('')
  if (parts.length > 1 && joined.length <= wordMax) return [{ word: joined, parts }]
  return parts.flatMap(partsOf).map((part) => ({ word: part, parts: [] }))
}

function partsOf(run: string): string[] {
  // A run never has more letters than UTF-16 code units.
  if (run.length <= wordMax) return [run]
  const letters = [...run]
  return Array.from({ length: Math.ceil(letters.length / wordMax) }, (_, part) =>
    letters.slice(part * wordMax, (part + 1) * wordMax).join(''),
  )
}

/** The letters of a run as one text. */
export function textOf(run: Run): string {
  switch (run.kind) {
    case 'syllables':
      return run.letters.join('')
    case 'word':
      return run.parts.length > 0 ? run.parts.join('-') : run.word
    case 'number':
      return run.number
    case 'sign':
    default:
      return run.sign
  }
}
