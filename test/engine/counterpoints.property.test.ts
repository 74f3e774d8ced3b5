import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { counterpointsOf, toRecount } from '../../src/engine/counterpoints.ts'
import { groupOf } from '../../src/engine/groups.ts'
import { statusOf } from '../../src/engine/status.ts'
import { targetOf } from '../../src/engine/links.ts'
import type { RecordView } from '../../src/engine/record.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { beforeChange } from './one-change.ts'
import { wholeRecord } from './whole-record.ts'

/** Statuses that attacks decide. */
const contested = ['denied', 'disputed', 'countered', 'answered'] as const

test('every claim that a status cites because of an attack is a counterpoint, and no rebuttal joins one group', () => {
  const seen = { denied: 0, disputed: 0, countered: 0, answered: 0, from: 0 }
  const property = fc.property(fc.integer({ min: 1, max: 20_000 }), (seed) => {
    const plain = randomRecord(seed, { sources: 5, claims: 12, links: 32 })
    const { record, labels } = wholeRecord(plain)

    for (const { id } of plain.claims) {
      const counterpoints = counterpointsOf(record, id)
      const group = groupOf(record, id)
      const rows = counterpoints.map(({ claim, link }) => `${claim} ${link}`)
      expect(new Set(rows).size).toBe(rows.length)
      const rebutting = counterpoints.filter(({ link }) => isRebuttal(record, link))
      expect(rebutting.filter(({ claim }) => group.includes(claim))).toEqual([])

      const { status, cites = [] } = statusOf(record, labels, id) ?? {}
      const decided = contested.find((each) => each === status)
      // Without an attack that is not OUT, the open basis is cited.
      const isByBasis =
        decided === 'disputed' && labels.attacksOnto(id).every(({ label }) => label === 'OUT')
      if (!decided || isByBasis || isTorn(record, group)) continue
      expect(counterpoints.map(({ claim }) => claim)).toEqual(expect.arrayContaining([...cites]))
      seen[decided] += 1
      const answering = counterpoints.filter(({ direction }) => direction === 'onto')
      if (cites.some((cite) => answering.every(({ claim }) => claim !== cite))) seen.from += 1
    }
  })
  fc.assert(property, { numRuns: 3000, seed: 20_251_203 })

  for (const [status, count] of Object.entries(seen))
    expect([status, count > 50]).toEqual([status, true])
})

/** Whether a rebuttal joins two claims of a group: version 1 of the rules makes attacks of it. */
function isTorn(record: RecordView, group: readonly string[]): boolean {
  return group.some((member) =>
    record.linksFrom(member, 'rebuts').some((link) => group.includes(targetOf(link))),
  )
}

test('after any single change, every claim whose counts changed is recounted', () => {
  let changed = 0
  const property = fc.property(
    fc.integer({ min: 1, max: 20_000 }),
    fc.nat(),
    fc.nat(),
    (seed, which, how) => {
      const plain = randomRecord(seed, { sources: 5, claims: 12, links: 32 })
      const { record: earlier, changes } = beforeChange(plain, which, how)
      const [before, after] = [wholeRecord(earlier).record, wholeRecord(plain).record]

      const { groups, targets } = toRecount(after, changes)

      const differing = (count: 'rebuts' | 'others') =>
        plain.claims.flatMap(({ id }) =>
          countsIn(before, id)[count] === countsIn(after, id)[count] ? [] : [id],
        )
      const rebutted = differing('rebuts')
      expect(groups.flat()).toEqual(expect.arrayContaining(rebutted))
      expect(targets).toEqual(expect.arrayContaining(differing('others')))
      changed += rebutted.length
      for (const group of groups) expect([...groupOf(after, group[0] ?? '')]).toEqual([...group])
      expect(new Set(groups.flat()).size).toBe(groups.flat().length)
    },
  )
  fc.assert(property, { numRuns: 5000, seed: 20_251_203 })

  expect(changed).toBeGreaterThan(500)
}, 120_000)

function countsIn(record: RecordView, id: string) {
  const counterpoints = counterpointsOf(record, id)
  const [rebuts = [], others = []] = [true, false].map((wanted) =>
    counterpoints.flatMap(({ claim, link }) =>
      isRebuttal(record, link) === wanted ? [claim] : [],
    ),
  )
  return { rebuts: new Set(rebuts).size, others: others.toSorted().join(' ') }
}

function isRebuttal(record: RecordView, link: string): boolean {
  return record.link(link)?.relation === 'rebuts'
}
