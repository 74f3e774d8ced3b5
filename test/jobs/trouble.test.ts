import { expect, it } from 'vitest'
import { openTrouble } from '../../src/jobs/trouble.ts'

const away = Object.assign(new Error(), { code: 'ECONNREFUSED' })
const full = Object.assign(new Error(), { code: '53100' })
const minute = 60_000

/** Tells of trouble at these minutes; returns those at which the log said so. */
function toldAt(trouble: readonly (readonly [minute: number, error: unknown])[]): number[] {
  let now = 0
  const told: number[] = []
  const tell = openTrouble({ warn: () => void told.push(now / minute) }, () => now)
  for (const [at, error] of trouble) {
    now = at * minute
    tell(error, 'Jobs wait.')
  }
  return told
}

it('a lasting fault is logged at growing intervals, up to an hour', () => {
  const everyFiveSeconds = Array.from({ length: 12 * 60 * 8 }, (_, n) => [n / 12, away] as const)
  const told = toldAt(everyFiveSeconds)
  expect(told.slice(0, 7)).toEqual([0, 1, 3, 7, 15, 31, 63])
  expect(told.slice(7)).toEqual([123, 183, 243, 303, 363, 423])
})

it.each([
  [
    'another fault is logged at once',
    [
      [0, away],
      [0, full],
      [0.1, away],
      [0.1, full],
    ],
    [0, 0],
  ],
  [
    'a fault that comes back after it was gone is logged at once',
    [
      [0, away],
      [30, away],
      [30.5, away],
      [31, away],
    ],
    [0, 30, 31],
  ],
  [
    'faults that are not errors are distinguished by their codes',
    [
      [0, { code: '1' }],
      [0, { code: '2' }],
      [0, 'odd'],
      [0, { code: '1' }],
      [0, null],
    ],
    [0, 0, 0],
  ],
] as const)('%s', (_, trouble, told) => {
  expect(toldAt(trouble)).toEqual(told)
})

it('logs the code of what is not an error', () => {
  const fields: object[] = []
  openTrouble({ warn: (each) => void fields.push(each) }, () => 0)({ code: '42501' }, 'Jobs wait.')
  expect(fields).toEqual([{ err: Object.assign(new Error(), { code: '42501' }) }])
})

it('says how often it was not logged', () => {
  let now = 0
  const fields: object[] = []
  const tell = openTrouble({ warn: (each) => void fields.push(each) }, () => now)
  for (now = 0; now <= minute; now += 6_000) tell(away, 'Jobs wait.')
  expect(fields).toEqual([{ err: away }, { err: away, suppressed: 9 }])
})
