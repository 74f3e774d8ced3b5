import * as fc from '../support/fast-check.ts'
import { expect, test } from 'vitest'
import { attacksOntoClaim } from '../../src/engine/standing/attacks.ts'
import { compileAll, labelsOf } from '../../src/engine/evaluate.ts'
import { assemble, labelAll } from '../../src/engine/graph/label.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import { relianceNode } from '../../src/engine/graph/nodes.ts'
import { readingOf } from '../../src/engine/reading/reading.ts'
import { statusOf } from '../../src/engine/standing/status.ts'
import { histories } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { makeEdit } from '../support/make-edit.ts'

test('no claim is OUT by a two-way attack: it has lost a basis, or there is a one-way attack to cite', () => {
  let fallen = 0
  const property = fc.property(histories(40), (history) => {
    const store = new EngineStore()
    for (const edit of history.flat()) makeEdit(store, edit)
    const { items } = store
    const record = recordOf(items)
    const reading = readingOf(record)
    const contributions = compileAll(record, items)
    const labels = labelsOf(contributions, labelAll(assemble(contributions)))

    for (const { id } of items.claims) {
      if (labels.label(id) !== 'OUT' || labels.isForced(id)) continue
      fallen += 1
      const causes = [
        ...reading.linksFrom(id, 'relies_on').map((link) => labels.label(relianceNode(link.id))),
        ...attacksOntoClaim(reading, labels, id).map(({ twoWay, label }) =>
          twoWay ? 'two-way' : label,
        ),
      ]
      expect(causes.some((cause) => cause === 'OUT' || cause === 'IN')).toBe(true)
      // No accepted claim relies on itself, or on what says the same.
      const isOwnBasis = reading
        .linksFrom(id, 'relies_on')
        .some(({ to }) => 'claim' in to && reading.group(id).includes(reading.current(to.claim)))
      const isCited = statusOf(record, labels, id)?.cites.length !== 0
      expect(isCited || isOwnBasis).toBe(true)
    }
  })
  fc.assert(property, { numRuns: 1500 })

  expect(fallen).toBeGreaterThan(100)
})
