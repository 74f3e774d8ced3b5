import { expect, test } from 'vitest'
import { asOf } from './as-of.ts'
import { timeOf } from './dates.ts'
import { evaluate } from './evaluate.ts'
import { randomRecord } from './random-record.ts'
import { PlainRecord } from './record.ts'

const claim = { kind: 'fact' as const, about: ['MS'] }
const record = PlainRecord.parse({
  claims: [
    { ...claim, id: 'R', speaker: 'Info', at: '2025-12-01' },
    { ...claim, id: 'D', speaker: 'MS', at: '2025-12-03', withdrawn: '2025-12-20' },
    { ...claim, id: 'X', speaker: 'Bloom', at: '2025-12' },
    { ...claim, id: 'R2', speaker: 'Info', at: '2025-12-24' },
  ],
  links: [
    { id: '1', rel: 'rebuts', from: 'D', to: 'R' },
    { id: '2', rel: 'rebuts', from: 'X', to: 'R', ended: '2025-12-10' },
    { id: '3', rel: 'supersedes', change: 'wording', from: 'R2', to: 'R' },
  ],
})

test.each([
  ['2025-11-30', {}],
  ['2025-12-02', { R: 'disputed', X: 'disputed' }],
  ['2025-12-03', { R: 'denied', D: 'disputed', X: 'disputed' }],
  ['2025-12-15', { R: 'denied', D: 'disputed', X: 'answered' }],
  ['2025-12-20', { R: 'answered', D: 'withdrawn', X: 'answered' }],
  ['2025-12-24', { R: 'corrected', R2: 'answered', D: 'withdrawn', X: 'answered' }],
])('how the public record stood on %s', (day, expected) => {
  // On the last of November, a report "of December" is not there yet; on the first, it may be.
  const { claims } = evaluate(asOf(record, timeOf(day)))
  const found = Object.fromEntries(Object.entries(claims).map(([id, { status }]) => [id, status]))
  expect(found).toEqual(expected)
})

test('the record of an unknown time, and of the end of time, is the record of today', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const today = randomRecord(seed)
    for (const t of [timeOf(null), timeOf('9999')]) {
      expect(evaluate(asOf(today, t)), `seed ${seed}`).toEqual(evaluate(today))
    }
  }
})
