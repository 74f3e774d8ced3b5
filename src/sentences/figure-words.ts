import type { Figure } from '../domain/figure.ts'

const openings = {
  rebuts: 'These figures conflict',
  restates: 'These figures say the same',
  qualifies: 'One of these figures lies within the other',
} as const

/** What two comparable figures have to do with each other, with both as intervals on one scale. */
export function figuresInWords(
  relation: keyof typeof openings,
  one: Figure,
  other: Figure,
): string {
  const scale = [
    `${one.form.replace('_', ' ')} in ${one.unit}`,
    baselineOf(one.baseline ?? other.baseline),
    one.period === null ? [] : `period ${one.period}`,
    one.scope === null ? [] : `scope ${one.scope}`,
  ].flat()
  return `${openings[relation]}: “${one.metric}” is ${interval(one)} in one and ${interval(other)} in the other (${scale.join('; ')}).`
}

function baselineOf(baseline: string | null): readonly string[] {
  return baseline === null ? [] : [`baseline ${baseline}`]
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
