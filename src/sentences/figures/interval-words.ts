import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Figure } from '../../domain/figure.ts'
import { amountWords, type Amount } from './amount-words.ts'

type Bounds = Pick<Figure, 'form' | 'low' | 'high' | 'lowExclusive' | 'highExclusive' | 'unit'>

/**
 * The interval of a figure: "25% to 50%", "less than 20%", "more than 1 million and up to 2 million
 * USD"; "25~50%", "20% 미만", "100만 달러 초과 200만 달러 이하". The bounds are those that were entered.
 */
export function intervalWords(figure: Bounds, lang: DisplayLanguage): string {
  const { form, low, high, unit } = figure
  const amount = (decimal: string | null, other: string | null): Amount | undefined => {
    if (decimal === null) return undefined
    const words = amountWords(decimal, unit, lang, other)
    // A change says its direction.
    const isRise = form === 'change' && !/^-|^0(?:\.0+)?$/.test(decimal)
    return isRise ? { ...words, number: `+${words.number}` } : words
  }
  const ends = { low: amount(low, high), high: amount(high, low) }
  if (ends.low && low === high) return whole(ends.low)
  return { en: inEnglish, ko: inKorean }[lang](ends, figure)
}

interface Ends {
  readonly low: Amount | undefined
  readonly high: Amount | undefined
}

function inEnglish({ low, high }: Ends, { form, lowExclusive, highExclusive }: Bounds): string {
  const [more, less] = form === 'change' ? ['higher', 'lower'] : ['more', 'less']
  if (low && high) {
    if (!lowExclusive && !highExclusive) {
      const isSign = /^[%‰]/.test(low.unit)
      return `${isSign ? whole(low) : low.number} to ${whole(high)}`
    }
    const from = lowExclusive ? `${more} than ${whole(low)}` : `at least ${whole(low)}`
    return `${from} and ${highExclusive ? `${less} than` : 'at most'} ${whole(high)}`
  }
  if (low) return lowExclusive ? `${more} than ${whole(low)}` : `${whole(low)} or ${more}`
  if (high) return highExclusive ? `${less} than ${whole(high)}` : `${whole(high)} or ${less}`
  return ''
}

function inKorean({ low, high }: Ends, { lowExclusive, highExclusive }: Bounds): string {
  if (low && high && !lowExclusive && !highExclusive) return `${low.number}~${whole(high)}`
  const from = low ? [`${whole(low)} ${lowExclusive ? '초과' : '이상'}`] : []
  const to = high ? [`${whole(high)} ${highExclusive ? '미만' : '이하'}`] : []
  return [...from, ...to].join(' ')
}

function whole({ number, unit }: Amount): string {
  return number + unit
}
