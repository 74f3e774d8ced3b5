import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { NodeId, NodeState } from '../../src/engine/graph.ts'
import { labelAll, labelOf } from '../../src/engine/label.ts'
import { histories } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { makeEdit } from '../support/make-edit.ts'
import { brokenProofs } from '../support/proofs.ts'

/** Twenty times this many pass as well; this many find every mutant that was tried. */
const numRuns = 250

test('after every change of any record, what was kept up to date equals what is computed from nothing', async () => {
  const property = fc.asyncProperty(histories(40), async (history) => {
    const store = new EngineStore()
    for (const edits of history) {
      await store.update(() => edits.flatMap((edit) => makeEdit(store, edit)))

      const whole = evaluate(store.items)
      expect(store.judgements).toEqual(whole.judgements)
      for (const [link, label] of whole.guards) {
        expect(labelOf(store.graph.states.get(link))).toBe(label)
      }
      expect(brokenProofs(store.graph)).toEqual([])
      expect(labelsIn(store.graph.states)).toEqual(labelsIn(labelAll(store.graph.toGraph())))
    }
  })
  await fc.assert(property, { numRuns })
}, 60_000)

function labelsIn(states: ReadonlyMap<NodeId, NodeState>): Map<NodeId, NodeState['label']> {
  return new Map([...states].map(([node, { label }]) => [node, label]))
}
