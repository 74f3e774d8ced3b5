import { parseDecimal, timesTenTo } from '../../domain/decimal.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { readWrittenUnit } from '../../engine/figures/read-unit.ts'
import { groupedDigits, numberWords } from './number-words.ts'

/** A number and its unit, apart, so that a range can say the unit once. */
export interface Amount {
  readonly number: string
  /** With the space before it, if there is one. */
  readonly unit: string
}

interface UnitWord {
  readonly en: readonly [one: string, many: string]
  readonly ko: string
}

/** Units of the common scale, as readers know them. Others are shown as they were entered. */
const unitWords: Readonly<Record<string, UnitWord>> = {
  KRW: { en: ['KRW', 'KRW'], ko: '원' },
  USD: { en: ['USD', 'USD'], ko: '달러' },
  EUR: { en: ['EUR', 'EUR'], ko: '유로' },
  JPY: { en: ['JPY', 'JPY'], ko: '엔' },
  CNY: { en: ['CNY', 'CNY'], ko: '위안' },
  // 파운드 alone is a weight, too.
  GBP: { en: ['GBP', 'GBP'], ko: '영국 파운드' },
  people: { en: ['person', 'people'], ko: '명' },
  households: { en: ['household', 'households'], ko: '가구' },
  tonnes: { en: ['tonne', 'tonnes'], ko: '톤' },
  kg: { en: ['kg', 'kg'], ko: 'kg' },
  km: { en: ['km', 'km'], ko: 'km' },
  m2: { en: ['m²', 'm²'], ko: '㎡' },
  barrels: { en: ['barrel', 'barrels'], ko: '배럴' },
}

/** Units of which one is a fraction; they are never counted in 만 or in millions. */
const fractions: readonly (UnitWord & { readonly unit: string; readonly power: number })[] = [
  { unit: 'ratio', power: -2, en: ['%', '%'], ko: '%' },
  { unit: 'ratio', power: -3, en: ['‰', '‰'], ko: '‰' },
  {
    unit: 'percentage point',
    power: 0,
    en: ['percentage point', 'percentage points'],
    ko: '%p',
  },
  { unit: 'percentage point', power: -2, en: ['basis point', 'basis points'], ko: 'bp' },
]

/**
 * A decimal in a unit, both as they were entered: "25 million USD" for 25 "million USD", "2,500만 달러"
 * for the same. The value never changes, only how it is written.
 *
 * @param other the other end of a range, in the same unit
 */
export function amountWords(
  decimal: string,
  unit: string,
  lang: DisplayLanguage,
  other: string | null = null,
): Amount {
  const read = readWrittenUnit(unit)
  const value = parseDecimal(decimal)
  const fraction = fractions.find((each) => each.unit === read.unit && each.power === read.power)
  if (fraction) return withUnit(groupedDigits(value), fraction, lang)
  const known = unitWords[read.unit]
  if (known) {
    const beside = other === null ? undefined : timesTenTo(parseDecimal(other), read.power)
    return withUnit(numberWords(timesTenTo(value, read.power), lang, beside), known, lang)
  }
  const number = groupedDigits(value)
  // "× 100 TEU": two numbers side by side would read as one.
  const shown = /^\d/.test(unit) ? `× ${unit}` : unit
  return { number, unit: lang === 'ko' && /^[가-힣]/.test(unit) ? unit : ` ${shown}` }
}

function withUnit(number: string, words: UnitWord, lang: DisplayLanguage): Amount {
  if (lang === 'ko') {
    const isApart = /[만억조경]$/.test(number) || words.ko.includes(' ')
    return { number, unit: (isApart ? ' ' : '') + words.ko }
  }
  const [one, many] = words.en
  const unit = number === '1' ? one : many
  return { number, unit: /^\p{L}/u.test(unit) ? ` ${unit}` : unit }
}
