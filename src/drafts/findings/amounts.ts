import { parseDecimal, timesTenTo, type Decimal } from '../../domain/decimal.ts'
import { englishScales, koreanScales, units } from '../../domain/units.ts'
import { readWrittenUnit } from '../../engine/figures/read-unit.ts'
import type { Place } from '../reading/draft.ts'

/** A number or a range in a text, in a unit of the common scale. It has no sign. */
export interface WrittenAmount {
  readonly unit: string
  readonly low: Decimal
  readonly high: Decimal
  /** Whether it is only said to be at least or at most so much, or about. */
  readonly limit?: 'least' | 'most' | 'about'
  readonly place: Place
}

const { small, large } = koreanScales
const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?`
const scale = `[${Object.keys(small).join('')}]?[${Object.keys(large).join('')}]|(?:${anyOf(Object.keys(englishScales))})\\b`
/** In Korean, particles follow the unit without a space. */
const unit = `(?:${anyOf(units.flatMap(({ spellings }) => spellings))})(?![a-z])`
/** The end of a number of several parts, such as 1조 3000억, is not read alone. */
const inNumber = `(?<![\\d.,${Object.keys(large).join('')}]\\s?)`

const amount = new RegExp(
  `${inNumber}(?<before>[$€£₩])?(?<low>${number})(?:\\s?(?:~|∼|〜|–|—|-|to|내지)\\s?(?<high>${number}))?\\s?(?<scale>${scale})?\\s?(?<after>${unit})?`,
  'giu',
)

/** The amounts in a text that are written in figures, in units that the common scale knows. */
export function amountsIn(text: string): readonly WrittenAmount[] {
  return Array.from(text.matchAll(amount), readAmount)
    .filter((read) => read !== undefined)
    .map((read) => {
      const limit = limitOf(text, read.place)
      return limit ? { ...read, limit } : read
    })
}

const limits = [
  [
    'least',
    /(?:최소|적어도|at least|no less than|more than|over|above)\s*$/iu,
    /^\s?(?:이상|넘|초과|or more|and more)/iu,
  ],
  [
    'most',
    /(?:최대|많아야|at most|up to|no more than|fewer than|less than|under|below)\s*$/iu,
    /^\s?(?:이하|미만|or less|or fewer)/iu,
  ],
  [
    'about',
    /(?:약|대략|about|around|nearly|almost|roughly|some|approximately)\s*$/iu,
    /^\s?(?:가량|정도|쯤|안팎|남짓|내외)/u,
  ],
] as const

function limitOf(text: string, { start, end }: Place): WrittenAmount['limit'] {
  const [before, after] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 10)]
  return limits.find(([, first, then]) => first.test(before) || then.test(after))?.[0]
}

function readAmount({ 0: whole, index, groups = {} }: RegExpExecArray): WrittenAmount | undefined {
  const { before, low = '', high = low, scale: size, after } = groups
  const written = after ?? before
  if (written === undefined) return undefined
  const read = readWrittenUnit([...(size === undefined ? [] : [size]), written].join(' '))
  if (read.unit !== readWrittenUnit(written).unit) return undefined
  return {
    unit: read.unit,
    low: timesTenTo(decimalOf(low), read.power),
    high: timesTenTo(decimalOf(high), read.power),
    place: { start: index, end: index + whole.trimEnd().length },
  }
}

function decimalOf(written: string): Decimal {
  return parseDecimal(written.replaceAll(',', ''))
}

function anyOf(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word))
    .join('|')
}
