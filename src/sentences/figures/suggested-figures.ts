import type { Figure } from '../../domain/figure.ts'

const openings = {
  rebuts: 'These figures conflict',
  restates: 'These figures say the same',
  qualifies: 'One of these figures lies within the other',
} as const

type Two = readonly [Figure, Figure]

/**
 * What two comparable figures have to do with each other: each in the words that were entered, with
 * its interval on the common scale beside it.
 */
export function figuresInWords(
  relation: keyof typeof openings,
  entered: Two,
  normalised: Two,
): string {
  const [one, other] = entered
  const [{ form, unit }] = normalised
  const scale = [
    `${form.replace('_', ' ')} in ${unit}`,
    baselineOf(one.baseline ?? other.baseline),
    one.period === null ? [] : `period ${one.period}`,
    one.scope === null ? [] : `scope ${one.scope}`,
  ].flat()
  const [first, second] = [inWords(one, normalised[0]), inWords(other, normalised[1])]
  return `${openings[relation]}: “${one.metric}” is ${first} in one and ${second} in the other (${scale.join('; ')}).`
}

function baselineOf(baseline: string | null): readonly string[] {
  return baseline === null ? [] : [`baseline ${baseline}`]
}

/** "a change from -50 to -25 percent (from 0.5 to 0.75)". */
function inWords(entered: Figure, normalised: Figure): string {
  const change = entered.form === normalised.form ? '' : 'a change, '
  const [said, compared] = [interval(entered), interval(normalised)]
  const beside = said === compared ? '' : ` (${compared})`
  const unit = /^\d/.test(entered.unit) ? `× ${entered.unit}` : entered.unit
  return `${change}${said} ${unit}${beside}`
}

function interval({ low, high, lowExclusive, highExclusive }: Figure): string {
  if (low !== null && low === high) return low
  if (low !== null && high !== null && !lowExclusive && !highExclusive)
    return `from ${low} to ${high}`
  const bounds = [
    low === null ? [] : `${lowExclusive ? 'more than' : 'at least'} ${low}`,
    high === null ? [] : `${highExclusive ? 'less than' : 'at most'} ${high}`,
  ]
  return bounds.flat().join(' and ')
}
