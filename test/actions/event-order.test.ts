import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { writeRecord } from '../../src/actions/record/write-record.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { anEvent, writeOne } from '../support/write-one.ts'

describe('the numbers and times of events', () => {
  it('have no gap and never go back, however many write at once and however many fail', async ({
    db,
  }) => {
    const before = (await rowCounts(db))['head'] ?? 0
    const over = new AbortController()
    const watching = watch(db, over.signal)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const outcomes: string[] = []
        for (let round = 0; round < 10; round++)
          outcomes.push(await writeOrFail(db, (writer + round) % 4))
        return outcomes
      }),
    )
    over.abort()
    const seen = await watching

    const written = outcomes.flat().filter((outcome) => outcome === 'written').length
    expect(outcomes.flat()).toHaveLength(80)
    expect(written).toBe(40)
    const { rows } = await sql<{ seq: number; at: Date }>`
      select seq, at from event order by seq
    `.execute(db)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    expect(rows).toHaveLength(before + 2 * written)
    const times = rows.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(seen.filter(({ count, last }) => count !== last)).toEqual([])
    expect(new Set(seen.map(({ last }) => last)).size).toBeGreaterThan(1)
  })

  it('do not go back when the clock does', async ({ db, ownerDb }) => {
    const future = new Date(Date.now() + 4 * 60_000)
    await ownerDb.transaction().execute(async (tx) => {
      const { rows } = await sql<{ seq: number }>`
        update record_head set seq = seq returning seq + 1 as seq
      `.execute(tx)
      await sql`
        insert into event (seq, batch, at, kind, object, body)
        values (${rows[0]?.seq}, ${rows[0]?.seq}, ${future}, 'claim.added', uuidv7(), '{}')
      `.execute(tx)
    })

    const seq = await writeOne(db, async () => {})

    const event = await db.selectFrom('event').select('at').where('seq', '=', seq).execute()
    expect(event).toEqual([{ at: future }])
  })
})

/** Two events; by its kind it is written, refused by us, refused by the database, or falls apart. */
async function writeOrFail(db: Db, kind: number): Promise<string> {
  try {
    await writeRecord(quiet(db), {
      actor: system,
      work: async ({ tx, record }) => {
        record(anEvent())
        await sleep(1)
        record(anEvent())
        if (kind === 2) throw new Error('refused')
        if (kind === 3) await sql`insert into words (seq) values (0)`.execute(tx)
      },
      answer: () => ({ status: 200, body: '' }),
    })
    return 'written'
  } catch (error) {
    return String(error)
  }
}

/** How many events there are and which is the last, again and again, as readers see it. */
async function watch(db: Db, over: AbortSignal): Promise<{ count: number; last: number }[]> {
  const seen: { count: number; last: number }[] = []
  while (!over.aborted) {
    const { rows } = await sql<{ count: number; last: number }>`
      select count(*), coalesce(max(seq), 0) as last from event
    `.execute(db)
    seen.push(...rows)
    await sleep(2)
  }
  return seen
}
