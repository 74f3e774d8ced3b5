import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { housekeeping } from '../../src/jobs/housekeeping.ts'
import type { JobContext } from '../../src/jobs/job.ts'
import type { Db } from '../../src/store/database/db.ts'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { adminKey } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'

/** Runs the job once; returns what it said. */
async function run(db: Db, context: Partial<JobContext> = {}): Promise<[object, string][]> {
  const lines: [object, string][] = []
  const say = (fields: object, message: string) => void lines.push([fields, message])
  const log = { info: say, warn: say, error: say }
  const signal = new AbortController().signal
  await housekeeping.run({}, { db, log, signal, now: Date.now, ...context })
  return lines
}

/** Rows of the outbox that are so many seconds old, one each event, and nothing behind them. */
async function fillOutbox(ownerDb: Db, first: number, last: number, age: number): Promise<void> {
  await sql`alter table outbox disable trigger user`.execute(ownerDb)
  await sql`
    alter table outbox drop constraint if exists outbox_first_seq_fkey,
      drop constraint if exists outbox_last_seq_fkey
  `.execute(ownerDb)
  await sql`
    insert into outbox (first_seq, last_seq, created_at)
    select n, n, now() - make_interval(secs => ${age}) from generate_series(${first}::int, ${last}::int) n
  `.execute(ownerDb)
}

async function outboxOf(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('outbox').select('first_seq').orderBy('first_seq').execute()
  return rows.map(({ first_seq }) => first_seq)
}

describe('the outbox', () => {
  it('deletes rows older than an hour while nothing delivers them', async ({ db, ownerDb }) => {
    await fillOutbox(ownerDb, 1, 5_003, 3_700)
    await fillOutbox(ownerDb, 5_004, 5_005, 3_500)
    expect(await run(db)).toEqual([[{ answers: 0, outbox: 5_003 }, 'Housekeeping deleted rows.']])
    expect(await outboxOf(db)).toEqual([5_004, 5_005])
    expect(await run(db)).toEqual([])
    await sql`truncate outbox`.execute(ownerDb)
  })

  it('keeps what one of its readers has not passed, however old', async ({ db, ownerDb }) => {
    await fillOutbox(ownerDb, 1, 10, 9_000_000)
    await sql`insert into outbox_reader values ('fast', 9), ('slow', 4)`.execute(db)
    await run(db)
    expect(await outboxOf(db)).toEqual([5, 6, 7, 8, 9, 10])
    await sql`update outbox_reader set passed_seq = 7 where name = 'slow'`.execute(db)
    await run(db)
    expect(await outboxOf(db)).toEqual([8, 9, 10])
    await sql`delete from outbox_reader`.execute(db)
    await run(db)
    expect(await outboxOf(db)).toEqual([])
  })

  it('keeps a batch of which a reader has passed only a part', async ({ db, ownerDb }) => {
    await fillOutbox(ownerDb, 1, 1, 9_000)
    await sql`update outbox set last_seq = 8`.execute(ownerDb)
    await sql`insert into outbox_reader values ('halfway', 7)`.execute(db)
    await run(db)
    expect(await outboxOf(db)).toEqual([1])
    await sql`delete from outbox_reader`.execute(db)
    await run(db)
    expect(await outboxOf(db)).toEqual([])
  })

  it('stays as it is once the process stops', async ({ db, ownerDb }) => {
    await fillOutbox(ownerDb, 1, 5_000, 9_000)
    await run(db, { signal: AbortSignal.abort() })
    expect(await outboxOf(db)).toHaveLength(5_000)
    await sql`truncate outbox`.execute(ownerDb)
  })

  it('stays as it is while the clocks differ', async ({ db, ownerDb }) => {
    await fillOutbox(ownerDb, 1, 3, 9_000)
    const hour = 3_600_000
    for (const ms of [-hour, hour])
      expect(await run(db, { now: () => Date.now() + ms })).toEqual([
        [{ seconds: -ms / 1000 }, 'Housekeeping is suspended while the clock is wrong.'],
      ])
    expect(await outboxOf(db)).toHaveLength(3)
    await sql`truncate outbox`.execute(ownerDb)
  })
})

describe('answers for retries', () => {
  it('are kept for seven days', async ({ db, ownerDb }) => {
    await setBootstrapKey(db, adminKey)
    await sql`
      insert into idempotency (api_key_id, key, request_hash, status, body, created_at)
      select api_key.id, n::text, '', 200, '{}', now() - interval '7 days' + make_interval(mins => 2500 - n)
      from api_key, generate_series(1, 5000) n
    `.execute(ownerDb)
    const [line] = await run(db)
    expect(line?.[1]).toBe('Housekeeping deleted rows.')
    const { rows } = await sql<{ oldest: number; count: number }>`
      select extract(epoch from now() - min(created_at))::float8 / 86400 as oldest, count(*)::int as count
      from idempotency
    `.execute(db)
    expect(rows[0]?.oldest).toBeLessThan(7)
    expect([2_499, 2_500]).toContain(rows[0]?.count)
  })
})

it('no write waits for it', async ({ db, ownerDb }) => {
  await fillOutbox(ownerDb, 1_000_000, 1_100_000, 9_000)
  let isRunning = true
  const running = run(db).then(() => (isRunning = false))
  await importLines(db, [{ type: 'source', ref: 'desk', kind: 'outlet', name: 'A newsroom' }])
  expect(isRunning).toBe(true)
  await running
  expect((await outboxOf(db)).filter((seq) => seq < 1_000_000)).toHaveLength(1)
})
