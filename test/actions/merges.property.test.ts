import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { brokenRules } from '../oracle/broken-rules.ts'
import { mergedRecord } from '../oracle/merged.ts'
import { randomFrom } from '../oracle/random.ts'
import { recompute } from '../oracle/recompute.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { it } from '../support/it.ts'
import { enterRandom, play, voidAll, type Model } from '../support/random-merges.ts'

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

describe('merges and voids of merges, in any order', () => {
  it.for(seeds)('leave the statuses of an independent reading, record %i', async (seed, { db }) => {
    const random = randomFrom(seed)
    const model = await enterRandom(db, seed)
    const { record } = model
    const edits = seed % 4 >= 2 ? 0.4 : 0

    const changes = play(db, random, model, { changes: 14, edits })
    while (!(await changes.next()).done) await expectStatuses(db, model)
    await expectRightRecord(db)

    await voidAll(db, random, model)
    expect(edits > 0 || (model.record === record && model.merges.size === 0)).toBe(true)
    await expectStatuses(db, model)
    await expectRightRecord(db)
  })
})

async function expectStatuses(db: Db, { record, merges }: Model): Promise<void> {
  const into = new Map([...merges.values()].map((merge) => [merge.from, merge.into]))
  const expected = mergedRecord(record, into)
  expect(brokenRules(expected)).toEqual([])
  const { claims } = recompute(expected)
  const ids = record.claims.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`
    select id, label, status, cites from claim where id = any(${ids}::uuid[])
  `.execute(db)
  const nothing = { label: null, status: null, cites: [] }
  expect(new Map(rows.map(({ id, ...stated }) => [id, stated]))).toEqual(
    new Map(ids.map((id) => [id, claims.get(id) ?? nothing])),
  )
}
