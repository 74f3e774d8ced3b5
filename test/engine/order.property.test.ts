import assert from 'node:assert/strict'
import * as fc from '../support/fast-check.ts'
import { expect, test } from 'vitest'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import { histories, type Edit } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { entryOrder, enterItem, type Item } from '../support/entry-order.ts'
import { makeEdit } from '../support/make-edit.ts'

test('a record says the same of every claim, whatever the order in which it was entered', async () => {
  let judged = 0
  const records = histories(30).map(recordAfter)
  const property = fc.asyncProperty(
    records.chain((record) => fc.tuple(entryOrder(record), entryOrder(record))),
    async ([one, other]) => {
      const first = await entered(one)
      const second = await entered(other)

      assert.deepStrictEqual(sorted(first.judgements), sorted(second.judgements))
      judged += first.judgements.size
    },
  )
  await fc.assert(property, { numRuns: 100 })

  expect(judged).toBeGreaterThan(100)
}, 60_000)

test('replaying the log of a record gives the same statuses and cites', async () => {
  const property = fc.asyncProperty(histories(30), async (history) => {
    const first = await replayed(history)
    const second = await replayed(history)

    assert.deepStrictEqual(first.judgements, second.judgements)
    assert.deepStrictEqual(first.graph.states, second.graph.states)
  })
  await fc.assert(property, { numRuns: 50 })
}, 60_000)

test('entering a whole record in one transaction gives the same as entering it item by item', async () => {
  const records = histories(30).map(recordAfter)
  const property = fc.asyncProperty(records.chain(entryOrder), async (order) => {
    const piecemeal = await entered(order)
    const whole = new EngineStore()
    await whole.update(() => order.flatMap((item) => enterItem(whole, item)))

    assert.deepStrictEqual(sorted(whole.judgements), sorted(piecemeal.judgements))
  })
  await fc.assert(property, { numRuns: 50 })
}, 60_000)

async function replayed(history: readonly (readonly Edit[])[]): Promise<EngineStore> {
  const store = new EngineStore()
  for (const edits of history) {
    await store.update(() => edits.flatMap((edit) => makeEdit(store, edit)))
  }
  return store
}

/** The record that a history leads to, its statuses aside. */
function recordAfter(history: readonly (readonly Edit[])[]): RecordItems {
  const store = new EngineStore()
  for (const edit of history.flat()) makeEdit(store, edit)
  return store.items
}

async function entered(order: readonly Item[]): Promise<EngineStore> {
  const store = new EngineStore()
  for (const item of order) await store.update(() => enterItem(store, item))
  return store
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
