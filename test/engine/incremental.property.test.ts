import assert from 'node:assert/strict'
import * as fc from '../support/fast-check.ts'
import { expect, test } from 'vitest'
import { uncounted } from '../../src/domain/counts.ts'
import { countsOf } from '../../src/engine/standing/counts.ts'
import { readingOf } from '../../src/engine/reading/reading.ts'
import { fitOf } from '../../src/engine/standing/fit.ts'
import { leftOpenOf } from '../../src/engine/standing/left-open.ts'
import { compileAll, evaluate } from '../../src/engine/evaluate.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import type { Contribution, NodeId, NodeState } from '../../src/engine/graph/graph.ts'
import { labelAll, labelOf } from '../../src/engine/graph/label.ts'
import { histories } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { makeEdit } from '../support/make-edit.ts'
import { brokenProofs } from '../support/proofs.ts'
import { standingsIn } from '../support/standing-of.ts'

/** Ten times this many pass as well. `RUNS` asks for another number. */
const numRuns = Number(process.env['RUNS'] ?? 600)

test('after every change of any record, what was kept up to date equals what is computed from scratch', async () => {
  const property = fc.asyncProperty(histories(40), async (history) => {
    const store = new EngineStore()
    for (const edits of history) {
      await store.update(() => edits.flatMap((edit) => makeEdit(store, edit)))

      const whole = evaluate(store.items)
      assert.deepStrictEqual(sorted(store.standings), sorted(standingsIn(store.items)))
      for (const { id } of store.items.claims) {
        const kept = store.counts.get(id) ?? uncounted
        assert.deepStrictEqual({ id, ...kept }, { id, ...countsOf(whole.record, id) })
      }
      const reading = readingOf(whole.record)
      for (const { id } of store.items.claims) {
        const isThere = reading.claim(id)?.voided === false
        const kept = store.leftOpen.get(id) ?? null
        const leftOpen = isThere ? leftOpenOf(reading, id) : null
        assert.deepStrictEqual({ id, leftOpen: kept }, { id, leftOpen })
      }
      for (const { id } of store.items.links) {
        const link = reading.link(id)
        const kept = store.fits.get(id) ?? null
        assert.deepStrictEqual({ id, fit: kept }, { id, fit: link ? fitOf(reading, link) : null })
      }
      for (const [link, label] of whole.guards) {
        expect(labelOf(store.graph.states.get(link))).toBe(label)
      }
      assert.deepStrictEqual(store.contributions, contributionsOf(store.items))
      expect(brokenProofs(store.graph)).toEqual([])
      assert.deepStrictEqual(
        labelsIn(store.graph.states),
        labelsIn(labelAll(store.graph.toGraph())),
      )
    }
  })
  await fc.assert(property, { numRuns })
}, 180_000)

function contributionsOf(items: RecordItems): Map<string, Contribution> {
  return new Map(compileAll(recordOf(items), items).map((each) => [each.owner, each]))
}

function labelsIn(states: ReadonlyMap<NodeId, NodeState>): Map<NodeId, NodeState['label']> {
  return new Map([...states].map(([node, { label }]) => [node, label]))
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
