import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Figure } from '../domain/figure.ts'
import { cardWords } from './words.ts'

interface FigureProps {
  readonly figure: Figure
  readonly language: DisplayLanguage
}

/** "Change: −50% to −25%", with the decimals exactly as entered. */
export function FigureValue({ figure, language }: FigureProps) {
  const said = cardWords(language)
  return (
    <>
      {said.figureForms[figure.form]}: {intervalOf(figure, said.range)}
    </>
  )
}

function intervalOf(
  { low, high, lowExclusive, highExclusive, unit }: Figure,
  range: (low: string, high: string) => string,
): string {
  const number = (decimal: string) =>
    decimal.replace('-', '−') + (unit === 'percent' ? '%' : ` ${unit}`)
  if (low === null) return `${highExclusive ? '<' : '≤'} ${number(high ?? '')}`
  if (high === null) return `${lowExclusive ? '>' : '≥'} ${number(low)}`
  return low === high ? number(low) : range(number(low), number(high))
}
