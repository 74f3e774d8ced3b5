import { expect, test } from 'vitest'
import { labels, statuses } from '../../../src/domain/status.ts'
import type { Inputs } from './inputs.ts'
import { rows } from './status.ts'

const lives = ['withdrawn', 'superseded', 'active'] as const
const both = [false, true]

/** Every combination of the inputs of the table of §1.6. */
const combinations: Inputs[] = lives.flatMap((life) =>
  labels.flatMap((label) =>
    both.flatMap((ra) =>
      both.flatMap((rf) =>
        both.flatMap((bl) =>
          both.flatMap((dn) =>
            both.flatMap((ad) => both.map((ch) => ({ life, label, ra, rf, bl, dn, ad, ch }))),
          ),
        ),
      ),
    ),
  ),
)

test('the table gives every combination of inputs a status', () => {
  const unmatched = combinations.filter((inputs) => !rows.some(([, matches]) => matches(inputs)))
  expect(unmatched).toEqual([])
})

test('the table gives each status to some combination, in its own row', () => {
  const first = combinations.map((inputs) => rows.find(([, matches]) => matches(inputs))?.[0])
  expect(rows.map(([status]) => status)).toEqual(statuses)
  expect(new Set(first)).toEqual(new Set(statuses))
})

test('a row that a later one overlaps wins by its order alone', () => {
  const isDecidedByDefault = combinations.filter(
    ({ life, label, ra, rf, bl }) => life === 'active' && label === 'OUT' && !ra && !rf && !bl,
  )
  for (const inputs of isDecidedByDefault) {
    expect(rows.filter(([, matches]) => matches(inputs)).map(([status]) => status)).toEqual([
      'countered',
    ])
  }
})
