import { formatDecimal, parseDecimal, timesTenTo, type Decimal } from '../../domain/decimal.ts'
import type { Figure } from '../../domain/figure.ts'
import { compareFigures, type FigureClaim } from '../../engine/figures/figures.ts'
import { readWrittenUnit } from '../../engine/figures/read-unit.ts'
import type { Place } from '../reading/draft.ts'
import { amountsIn, type WrittenAmount } from './amounts.ts'

/** A figure of a sentence, in the terms of a claim of which the sentence has the words. */
export interface DraftFigure {
  readonly figure: Figure
  readonly place: Place
}

/**
 * The figure that a sentence gives where a claim has its own. Undefined if that is not plain: only if
 * the words of the claim give one amount in the unit of its figure, and the sentence gives one too, is
 * the one said in place of the other.
 */
export function figureInPlace(
  sentence: string,
  { text, figure }: { readonly text: string; readonly figure: Figure },
): DraftFigure | undefined {
  const { unit, power } = readWrittenUnit(figure.unit)
  const ofUnit = (words: string) => amountsIn(words).filter((each) => each.unit === unit)
  const [own, ...more] = ofUnit(text)
  const [given, ...others] = ofUnit(sentence)
  if (!own || !given || more.length > 0 || others.length > 0) return undefined
  // Another day or another number of people is another figure.
  const beside = numbersIn(sentence, given.place)
  if (!numbersIn(text, own.place).every((number) => beside.includes(number))) return undefined
  const bounds = boundsOf(own, figure, power)
  // Nobody knows how far "about" reaches.
  if (!bounds || given.limit === 'about' || own.limit === 'about') return undefined
  const [low, high] = limited(bounds(given), given, isFalling(figure))
  return { figure: { ...figure, low, high }, place: given.place }
}

/** "At least 15" has no upper bound; a fall "by at least 15" has no lower one. */
function limited(
  [low, high]: readonly [low: string | null, high: string | null],
  { limit }: WrittenAmount,
  isNegated: boolean,
): readonly [low: string | null, high: string | null] {
  if (limit === undefined) return [low, high]
  return (limit === 'least') === isNegated ? [null, high] : [low, null]
}

function isFalling({ low, high }: Figure): boolean {
  return (low ?? high ?? '').startsWith('-')
}

type Bounds = (given: WrittenAmount) => readonly [low: string | null, high: string | null]

/** How the words of a claim and its bounds belong together: a fall "by 25~50%" is -50 to -25. */
function boundsOf(own: WrittenAmount, { low, high }: Figure, power: number): Bounds | undefined {
  const inUnit = (value: Decimal) => formatDecimal(timesTenTo(value, -power))
  const rising: Bounds = (given) => [low && inUnit(given.low), high && inUnit(given.high)]
  const falling: Bounds = (given) => [
    low && inUnit(negative(given.high)),
    high && inUnit(negative(given.low)),
  ]
  const plain = (bound: string | null) => bound && inUnit(timesTenTo(parseDecimal(bound), power))
  return [rising, falling].find((bounds) => {
    const [ownLow, ownHigh] = bounds(own)
    return ownLow === plain(low) && ownHigh === plain(high)
  })
}

/** The numbers in a text outside a place. */
function numbersIn(text: string, { start, end }: Place): readonly string[] {
  return `${text.slice(0, start)} ${text.slice(end)}`.match(/\d+(?:[.,]\d+)*/g) ?? []
}

function negative({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

/** Whether two figures that measure the same thing differ, and neither is part of the other. */
export function areApart(one: FigureClaim, other: FigureClaim): boolean {
  const proposal = compareFigures(one, other)
  return proposal === undefined || proposal.relation === 'rebuts'
}

/** Whether two claims give figures of the same thing that cannot both hold. */
export function conflict(one: FigureClaim, other: FigureClaim): boolean {
  return compareFigures(one, other)?.relation === 'rebuts'
}
