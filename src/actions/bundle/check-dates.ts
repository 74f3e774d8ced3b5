import type { WorldDate } from '../../domain/world-date.ts'
import { isInFuture } from '../../domain/world-time.ts'
import type { BundleLine } from '../../formats/bundle.ts'
import type { NumberedLine } from './lines.ts'
import type { LineFault } from './refused-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * The dates in a line that place in the future what it says has happened. Affiliations may lie
 * ahead: people are appointed from a day on, or until one.
 *
 * @param before the object that the line amends: dates that it keeps are not checked again
 */
export function futureDates(
  { line, value }: NumberedLine,
  now: Date,
  before: WrittenLine = {},
): LineFault[] {
  return Object.entries(datesOf(value)).flatMap(([field, date]) => {
    if (date === null || date === before[field] || !isInFuture(date, now)) return []
    const message = `${date} is in the future: the clock of the record says ${now.toISOString()}. Send the date on which it happened${field === 'at' ? '' : ', or null if nobody knows it'}.`
    return [{ line, pointer: `/${field}`, code: 'in-the-future', message }]
  })
}

function datesOf(value: BundleLine): Readonly<Record<string, WorldDate | null>> {
  switch (value.type) {
    case 'claim':
      return {
        assertedAt: value.assertedAt,
        ...Object.fromEntries(
          value.points.map(({ endedAt }, index) => [`points/${index}/endedAt`, endedAt]),
        ),
      }
    case 'report':
      return { publishedAt: value.publishedAt, accessedAt: value.accessedAt }
    case 'withdrawal':
    case 'end':
      return { at: value.at }
    case 'source':
    case 'link':
    case 'story':
    case 'merge':
    case 'void':
    case 'bundle':
      return {}
  }
  return value satisfies never
}
