import * as fc from '../support/fast-check.ts'
import { expect, test } from 'vitest'
import { attacksOntoClaim } from '../../src/engine/standing/attacks.ts'
import { counterpointsOf } from '../../src/engine/standing/counterpoints.ts'
import { readingOf } from '../../src/engine/reading/reading.ts'
import { statusOf } from '../../src/engine/standing/status.ts'
import type { RecordView } from '../../src/engine/record/record.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { wholeRecord } from './whole-record.ts'

/** Statuses that attacks decide. */
const contested = ['denied', 'disputed', 'countered', 'answered'] as const

test('every claim that a status cites because of an attack is a counterpoint, and no rebuttal joins one group', () => {
  const seen = { denied: 0, disputed: 0, countered: 0, answered: 0, from: 0 }
  const property = fc.property(fc.integer({ min: 1, max: 20_000 }), (seed) => {
    const plain = randomRecord(seed, { sources: 5, claims: 12, links: 32 })
    const { record: entered, labels } = wholeRecord(plain)
    const record = readingOf(entered)

    for (const { id } of plain.claims) {
      const counterpoints = counterpointsOf(record, id)
      const group = record.group(id)
      const rows = counterpoints.map(({ claim, link }) => `${claim} ${link}`)
      expect(new Set(rows).size).toBe(rows.length)
      const rebutting = counterpoints.filter(({ link }) => isRebuttal(record, link))
      expect(rebutting.filter(({ claim }) => group.includes(claim))).toEqual([])

      const { status, cites = [] } = statusOf(record, labels, id) ?? {}
      const decided = contested.find((each) => each === status)
      // Without an attack that is not OUT, the open basis is cited.
      const isByBasis =
        decided === 'disputed' &&
        attacksOntoClaim(record, labels, id).every(({ label }) => label === 'OUT')
      if (!decided || isByBasis) continue
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

function isRebuttal(record: RecordView, link: string): boolean {
  return record.link(link)?.relation === 'rebuts'
}
