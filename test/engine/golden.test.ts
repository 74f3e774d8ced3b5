import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { labelOf } from '../../src/engine/graph/label.ts'
import type { Judgement } from '../../src/engine/standing/status.ts'
import { EngineStore } from '../support/engine-store.ts'
import { goldenCases, type GoldenCase } from '../support/golden.ts'
import { enterItem, entryOrder } from '../support/entry-order.ts'

describe('the cases of rules/2.md §4', () => {
  test('all 124 are here, and more', () => {
    expect(goldenCases.length).toBeGreaterThan(124)
  })

  test.each(goldenCases)('from scratch: $name', (golden) => {
    const { judgements, guards } = evaluate(golden.items)

    expect(withSortedCites(judgements)).toEqual(withSortedCites(golden.expected))
    expect(guards).toEqual(golden.guards)
  })

  test.each(goldenCases)('entered item by item in 20 orders: $name', async (golden) => {
    const orders = fc.sample(entryOrder(golden.items), { numRuns: 20, seed: 20_251_203 })
    for (const order of orders) {
      const store = new EngineStore()
      for (const item of order) await store.update(() => enterItem(store, item))

      expect(withSortedCites(store.judgements)).toEqual(withSortedCites(golden.expected))
      expect(guardsOf(store, golden)).toEqual(golden.guards)
    }
  })

  test('entering an item touches one node, at the median', async () => {
    const touches: number[] = []
    for (const { items } of goldenCases) {
      const store = new EngineStore()
      for (const claim of items.claims) await store.update(() => enterItem(store, { claim }))
      for (const link of items.links) await store.update(() => enterItem(store, { link }))
      touches.push(...store.touches)
    }

    expect(touches.sort((a, b) => a - b)[Math.floor(touches.length / 2)]).toBe(1)
  })
})

/** The cases name sets of cites, not their order. */
function withSortedCites(judgements: ReadonlyMap<string, Judgement>): Map<string, Judgement> {
  return new Map(
    [...judgements].map(([id, judgement]) => [
      id,
      { ...judgement, cites: judgement.cites.toSorted() },
    ]),
  )
}

function guardsOf(store: EngineStore, golden: GoldenCase): Map<string, string> {
  return new Map(
    [...golden.guards.keys()].map((link) => [link, labelOf(store.graph.states.get(link))]),
  )
}
