import { expect, test } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { goldenCases, recordOf } from './golden-cases.ts'
import { recompute } from './recompute.ts'

test('all fifty-two golden cases are read', () => {
  expect(goldenCases).toHaveLength(52)
})

test.each(goldenCases)('$name', (golden) => {
  const { claims, guards } = recompute(recordOf(golden))

  const found = [...claims].map(([id, claim]) => [id, { ...claim, cites: claim.cites.toSorted() }])
  const expected = Object.entries(golden.expect).map(([id, claim]) => [
    id,
    { ...claim, cites: claim.cites.toSorted() },
  ])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
  expect(Object.fromEntries(guards)).toEqual(golden.link_guards)
})

test('a golden record keeps the write-time rules, but for the deliberate duplicate', () => {
  const breaches = goldenCases.flatMap((golden) =>
    brokenRules(recordOf(golden)).map((breach) => `${golden.name.slice(0, 3)} ${breach.rule}`),
  )

  expect(breaches).toEqual(['G27 2-duplicate', 'G27 2-duplicate'])
})
