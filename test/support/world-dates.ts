import * as fc from './fast-check.ts'

const part = (min: number, max: number) => fc.integer({ min, max }).map((value) => padded(value, 2))
const offset = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), part(0, 23), part(0, 59)).map(([s, h, m]) => `${s}${h}:${m}`),
)

/** Dates of every form that begin in that year at the latest. */
function worldDatesTo(latest: number): fc.Arbitrary<string> {
  const years = fc
    .oneof(fc.integer({ min: 2, max: latest }), fc.integer({ min: 2023, max: 2025 }))
    .map((value) => padded(value, 4))
  const months = fc.tuple(years, part(1, 12)).map((parts) => parts.join('-'))
  const days = fc.tuple(months, part(1, 28)).map((parts) => parts.join('-'))
  const bare = fc.oneof(years, months, days)
  const instants = fc
    .tuple(days, part(0, 23), part(0, 59), part(0, 59), fc.constantFrom('', '.5', '.123'), offset)
    .map(
      ([day, hour, minute, second, more, zone]) =>
        `${day}T${hour}:${minute}:${second}${more}${zone}`,
    )
  const intervals = fc
    .tuple(bare, bare, fc.boolean())
    .map(([one, other, isOpen]) => (isOpen ? `${one}/..` : [one, other].toSorted().join('/')))
  return fc.oneof(bare, instants, intervals)
}

export const worldDates = worldDatesTo(9998)

/** Those on which something can have happened. */
export const pastDates = worldDatesTo(2025)

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
