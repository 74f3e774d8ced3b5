import {
  compareDecimals,
  formatDecimal,
  parseDecimal,
  timesTenTo,
  type Decimal,
} from '../../domain/decimal.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'

/**
 * An exact number in digits that can be read: "25 million", "−1,234.5"; "2,500만", "1억 2,345만".
 *
 * @param other the other end of a range, which has the same word of size in English
 */
export function numberWords(value: Decimal, lang: DisplayLanguage, other?: Decimal): string {
  const sign = value.digits < 0n ? '−' : ''
  const size = sizeOf(value)
  if (lang === 'ko') return sign + inKorean(size)
  return sign + inEnglish(size, other ? [size, sizeOf(other)] : [size])
}

function sizeOf(value: Decimal): Decimal {
  return { ...value, digits: value.digits < 0n ? -value.digits : value.digits }
}

/** The same without words of size: "12,000", for percentages. */
export function groupedDigits(value: Decimal): string {
  const [whole = '', fraction] = formatDecimal(value).replace('-', '−').split('.')
  const parts: string[] = []
  for (let end = whole.length; end > 0; end -= 3)
    parts.unshift(whole.slice(Math.max(0, end - 3), end))
  const grouped = parts.join(',').replace('−,', '−')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const englishSizes = [
  ['trillion', 12],
  ['billion', 9],
  ['million', 6],
] as const

/** More decimals are read more easily as digits. */
const decimalsMax = 3

function inEnglish(value: Decimal, range: readonly Decimal[]): string {
  const found =
    value.digits === 0n
      ? undefined
      : englishSizes.find(([, power]) => range.every((each) => isReadable(each, power)))
  if (!found) return groupedDigits(value)
  const [word, power] = found
  return `${groupedDigits(parseDecimal(formatDecimal(timesTenTo(value, -power))))} ${word}`
}

/** "1,234.5 million" and "12,345 million" are harder to read than their digits. */
function isReadable(value: Decimal, power: number): boolean {
  if (value.digits === 0n) return true
  const [whole = '', fraction = ''] = formatDecimal(timesTenTo(value, -power)).split('.')
  const isLargest = power === englishSizes[0][1]
  const digitsMax = isLargest ? Infinity : fraction === '' ? 4 : 3
  return whole !== '0' && fraction.length <= decimalsMax && whole.length <= digitsMax
}

const koreanSizes = ['', '만', '억', '조', '경'] as const
const tenThousand = parseDecimal('10000')

function inKorean(value: Decimal): string {
  if (compareDecimals(value, tenThousand) < 0) return groupedDigits(value)
  const [whole = '', fraction] = formatDecimal(value).split('.')
  const last = koreanSizes.length - 1
  const groups = koreanSizes.map((size, index) => {
    const end = whole.length - index * 4
    const digits = whole.slice(index === last ? 0 : Math.max(0, end - 4), Math.max(0, end))
    return { size, number: BigInt(digits || '0') }
  })
  const words = groups
    .filter(({ size, number }) => number > 0n || (size === '' && fraction !== undefined))
    .map(({ size, number }) => {
      const shown = groupedDigits({ digits: number, scale: 0 })
      return size === '' && fraction !== undefined ? `${shown}.${fraction}` : shown + size
    })
  return words.toReversed().join(' ')
}
