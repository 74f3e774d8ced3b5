import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { evaluate } from './evaluate.ts'
import { type GoldenCase, goldenCases, moreCases } from './golden-cases.ts'
import { brokenRules } from './write-rules.ts'

const all = [...goldenCases, ...moreCases]
const accepted = all.filter(({ refused }) => refused.length === 0)

test('all golden cases are read', () => {
  expect(goldenCases).toHaveLength(124)
})

describe.each(accepted)('$name', (golden) => {
  const expected = expectedOf(golden)

  test('has its labels, statuses, cites and badges', () => {
    expect(foundIn(golden)).toEqual(expected)
  })

  test('does not depend on the order of the record', () => {
    const random = randomFrom(1)
    for (let round = 0; round < 20; round += 1) {
      const shuffled = {
        sources: random.shuffled(golden.sources),
        claims: random.shuffled(golden.claims),
        links: random.shuffled(golden.links),
      }
      expect(foundIn(shuffled)).toEqual(expected)
    }
  })
})

test.each(all)('$name breaks the rules that it says', (golden) => {
  // §4: G27 holds a duplicate on purpose.
  const refused = golden.name.startsWith('G27') ? ['no-duplicate'] : golden.refused
  expect([...new Set(brokenRules(golden))].toSorted()).toEqual(refused.toSorted())
})

/** Cites are a set. */
function foundIn(record: Parameters<typeof evaluate>[0]) {
  const { claims, guards } = evaluate(record)
  return { claims: withSortedCites(claims), guards }
}

function expectedOf(golden: GoldenCase) {
  return { claims: withSortedCites(golden.expect ?? {}), guards: golden.link_guards ?? {} }
}

function withSortedCites<Found extends { cites: readonly string[] }>(
  claims: Readonly<Record<string, Found>>,
) {
  return Object.fromEntries(
    Object.entries(claims).map(([id, found]) => [id, { ...found, cites: found.cites.toSorted() }]),
  )
}
