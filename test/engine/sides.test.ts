import { describe, expect, test } from 'vitest'
import { recordOf } from '../../src/engine/memory.ts'
import { sameSide } from '../../src/engine/sides.ts'
import { anAffiliation } from '../support/small-record.ts'

describe('sameSide', () => {
  const record = recordOf({
    claims: [],
    links: [],
    affiliations: [
      anAffiliation('spokesman', 'speaks_for', 'MS', { fromMs: 10, untilMs: 20 }),
      anAffiliation('GitHub', 'part_of', 'MS'),
      anAffiliation('unit', 'part_of', 'GitHub', { fromMs: 15 }),
      anAffiliation('analyst', 'employed_by', 'bank'),
      anAffiliation('counsel', 'speaks_for', 'MS'),
      anAffiliation('counsel', 'speaks_for', 'OpenAI'),
      anAffiliation('OpenAI press', 'speaks_for', 'OpenAI'),
    ],
  })

  test.each([
    ['a source with itself', 'MS', 'MS', 0, true],
    ['who speaks for a source with the source', 'spokesman', 'MS', 15, true],
    ['on the first day', 'spokesman', 'MS', 10, true],
    ['on the last day', 'spokesman', 'MS', 20, true],
    ['the day before the first', 'spokesman', 'MS', 9, false],
    ['the day after the last', 'spokesman', 'MS', 21, false],
    ['two parts of one company', 'spokesman', 'GitHub', 15, true],
    ['through a part of a part', 'unit', 'MS', 15, true],
    ['before it became a part of it', 'unit', 'MS', 14, false],
    ['an employee with the employer', 'analyst', 'bank', 0, false],
    ['one counsel with either client', 'counsel', 'OpenAI press', 0, true],
    ['its clients with each other', 'MS', 'OpenAI', 0, false],
  ])('%s: %s, %s at %i: %s', (_, a, b, at, expected) => {
    expect(sameSide(record, a, b, at)).toBe(expected)
    expect(sameSide(record, b, a, at)).toBe(expected)
  })
})
