import { describe, expect, test } from 'vitest'
import { statuses } from '../../src/domain/status.ts'
import { brokenRules } from './broken-rules.ts'
import { randomFrom } from './random.ts'
import { randomRecord } from './random-record.ts'
import { recompute } from './recompute.ts'
import { rulesRecord, type PlainRecord } from './record.ts'
import { renamed } from './renamed.ts'
import { basesOf, inputsOf } from './rules/inputs.ts'
import { attacksOnto, labelled, winningOnto } from './rules/labelled.ts'

const seeds = Array.from({ length: 150 }, (_, seed) => seed)

describe.each(['realistic', 'nasty'] as const)('%s records', (shape) => {
  const records = seeds.map((seed) =>
    randomRecord(seed, { shape, sources: 5, claims: 16, links: 36 }),
  )

  test('are the same for the same seed, and others for others', () => {
    const again = randomRecord(7, { shape, sources: 5, claims: 16, links: 36 })

    expect(again).toEqual(records[7])
    expect(new Set(records.map((record) => JSON.stringify(record)))).toHaveLength(records.length)
  })

  test('keep the write-time rules', () => {
    expect(records.flatMap(brokenRules)).toEqual([])
  })

  test('reach every status, and every way to end', () => {
    const results = records.flatMap((record) => [...recompute(record).claims.values()])
    const found = new Set(results.map(({ status }) => status))
    const known = records.map((record) => labelled(rulesRecord(record)))

    expect(statuses.filter((status) => !found.has(status))).toEqual([])
    expect(known.some(({ givenUp }) => givenUp.length > 0)).toBe(true)
  })

  test('have the same statuses in any order', () => {
    for (const [seed, record] of records.entries()) {
      expect(recompute(shuffled(record, seed))).toEqual(recompute(record))
    }
  })

  test('have the same statuses under other ids', () => {
    for (const record of records) {
      const things = [...record.sources, ...record.claims, ...record.links]
      const ids = new Map(things.map(({ id }) => [id, `new-${id}`]))
      const results = [...recompute(record).claims].map(([id, { status, cites, label }]) => [
        `new-${id}`,
        { label, status, cites: cites.map((cite) => `new-${cite}`) },
      ])

      expect(Object.fromEntries(recompute(renamed(record, ids)).claims)).toEqual(
        Object.fromEntries(results),
      )
    }
  })

  test('have no loser but by a one-way attack or a lost basis (1.5)', () => {
    for (const known of records.map((record) => labelled(rulesRecord(record)))) {
      for (const { id } of known.reading.claims) {
        const { life, label, bl } = inputsOf(known, id)
        if (life !== 'active' || label !== 'OUT') continue
        expect(bl || winningOnto(known, id).length > 0).toBe(true)
      }
    }
  })

  test('cite somebody for every status that somebody caused', () => {
    for (const record of records) {
      for (const [id, { status, cites }] of recompute(record).claims) {
        const isUncaused = status === 'withdrawn' || status === 'unchallenged'
        expect({ id, status, isCited: cites.length > 0 }).toEqual({
          id,
          status,
          isCited: !isUncaused,
        })
      }
    }
  })

  test('leave a claim that nothing is said against unchallenged or rescued', () => {
    const alone = records.flatMap((record) => {
      const known = labelled(rulesRecord(record))
      return known.reading.claims.flatMap(({ id }) => {
        const { life, label } = inputsOf(known, id)
        const isAlone =
          attacksOnto(known, id).length === 0 && basesOf(known.reading, id).length === 0
        return isAlone && life === 'active' ? [label] : []
      })
    })

    expect(new Set(alone)).toEqual(new Set(['IN']))
  })
})

function shuffled(record: PlainRecord, seed: number): PlainRecord {
  const random = randomFrom(seed)
  return {
    sources: random.shuffled(record.sources),
    claims: random.shuffled(record.claims),
    links: random.shuffled(record.links),
  }
}
