import type { Member } from '../../../src/actions/record/member.ts'
import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Deps } from '../../../src/actions/record/deps.ts'
import { openWriteQueue } from '../../../src/actions/record/queue/write-queue.ts'
import { writeQueueLimits } from '../../../src/actions/record/queue/write-queue-limits.ts'
import { writeRecord } from '../../../src/actions/record/write-record.ts'
import type { Writing } from '../../../src/actions/record/writing.ts'
import { system } from '../../../src/domain/actor.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../../src/store/database/pool.ts'
import { anActor } from '../../support/actors.ts'
import { rowCounts } from '../../support/counts.ts'
import { cuttingProxy } from '../../support/cutting-proxy.ts'
import { quiet } from '../../support/import.ts'
import { it } from '../../support/it.ts'
import { openLogged } from '../../support/logged.ts'
import { anEvent } from '../../support/write-one.ts'

describe('writes that wait', () => {
  it('are entered in one transaction, each as a batch with its own numbers', async ({
    database,
    db,
  }) => {
    const statements: string[] = []
    const { write, go } = await waiting(openLogged(database.serviceUrl, statements))
    const { head = 0 } = await rowCounts(db)
    const committed: number[] = []

    const writes = Array.from({ length: 6 }, () =>
      write(({ record }) => void record(anEvent(), anEvent()), {
        onCommit: (seq) => committed.push(seq),
      }),
    )
    go()
    const events = await Promise.all(writes)

    expect(events.map(({ first, last }) => [first - head, last - head])).toEqual(
      [1, 3, 5, 7, 9, 11].map((first) => [first, first + 1]),
    )
    expect(new Set(events.map(({ at }) => at.getTime())).size).toBe(1)
    expect(committed).toEqual(events.map(({ last }) => last))
    expect(statements.filter((each) => /^(?:start|commit)/.test(each))).toHaveLength(2)
    expect(await outboxAfter(db, head)).toEqual(events.map(({ first, last }) => [first, last]))
  })

  it('go alone while four or fewer wait', async ({ database }) => {
    const statements: string[] = []
    const { write, go } = await waiting(openLogged(database.serviceUrl, statements))

    const writes = Array.from({ length: 4 }, () => write(({ record }) => void record(anEvent())))
    go()
    await Promise.all(writes)

    expect(statements.filter((each) => each === 'commit')).toHaveLength(4)
    expect(statements.filter((each) => each.startsWith('savepoint'))).toHaveLength(0)
  })

  it('are not affected by one that is refused, which leaves nothing', async ({ db }) => {
    const { write, go } = await waiting(db)
    const { head = 0 } = await rowCounts(db)
    const refusal = new DomainError('conflict', 'No.')

    const writes = Array.from({ length: 6 }, (_, index) =>
      write(async ({ record, tx }) => {
        record(anEvent())
        if (index !== 2) return
        await tx.insertInto('outbox_reader').values({ name: 'left', passed_seq: 0 }).execute()
        throw refusal
      }),
    )
    go()
    const outcomes = await Promise.allSettled(writes)

    expect(outcomes[2]).toEqual({ status: 'rejected', reason: refusal })
    const numbers = outcomes.map((each) => 'value' in each && each.value.first - head)
    expect(numbers).toEqual([1, 2, false, 3, 4, 5])
    expect(await sql`select from outbox_reader where name = 'left'`.execute(db)).toMatchObject({
      rows: [],
    })
  })

  it('are not affected by one that fails otherwise, which is tried again alone', async ({ db }) => {
    const { write, go } = await waiting(db)
    const { head = 0 } = await rowCounts(db)
    const tries: number[] = []

    const writes = Array.from({ length: 6 }, (_, index) =>
      write(async ({ record, tx, lastSeq }) => {
        record(anEvent())
        if (index !== 2) return
        tries.push(lastSeq())
        if (tries.length === 1) await sql`select 1 / 0`.execute(tx)
      }),
    )
    go()
    const events = await Promise.all(writes)

    expect(events.map(({ first }) => first - head)).toEqual([1, 2, 6, 3, 4, 5])
    expect(tries.map((seq) => seq - head)).toEqual([3, 6])
  })

  it('are each tried alone when what one sends last fails', async ({ db }) => {
    const { write, go } = await waiting(db)
    const { head = 0 } = await rowCounts(db)
    const tries: number[] = []

    const writes = Array.from({ length: 6 }, (_, index) =>
      write(({ record, tx, deferred }) => {
        record(anEvent())
        tries.push(index)
        if (index === 2) deferred.last(() => sql`select 1 / 0`.execute(tx))
      }),
    )
    go()
    const outcomes = await Promise.allSettled(writes)

    const numbers = outcomes.map((each) => 'value' in each && each.value.first - head)
    expect(numbers).toEqual([1, 2, false, 3, 4, 5])
    expect(outcomes[2]).toMatchObject({ reason: { message: 'division by zero' } })
    expect(tries.slice(-6)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('are committed in between when they take long', async ({ database }) => {
    const statements: string[] = []
    const { write, go } = await waiting(openLogged(database.serviceUrl, statements), 0)

    const writes = Array.from({ length: 6 }, () => write(({ record }) => void record(anEvent())))
    go()
    await Promise.all(writes)

    expect(statements.filter((each) => each === 'commit')).toHaveLength(6)
  })

  it('get earlier answers as they were then, and leave the others in the present', async ({
    db,
  }) => {
    const actor = await anActor(db, 'admin')
    const idempotent = { apiKeyId: actor.id, key: 'k', requestHash: 'r' }
    const { write, go } = await waiting(db)
    const first = write(({ record }) => void record(anEvent()), { idempotent })
    const reading = Array.from({ length: 3 }, () => write(({ record }) => void record(anEvent())))
    const again = write(({ record }) => void record(anEvent()), { idempotent })
    const paths: string[] = []
    const last = write(async ({ tx, record }) => {
      record(anEvent())
      const { rows } = await sql<{ path: string }>`
        select current_setting('search_path') as path
      `.execute(tx)
      paths.push(rows[0]?.path ?? '')
    })
    go()

    expect(await again).toEqual(await first)
    await Promise.all([...reading, last])
    expect(paths).toEqual(['"$user", public'])
  })

  it('are all answered when telling the service of one fails', async ({ db }) => {
    const { write, go } = await waiting(db)

    const writes = Array.from({ length: 6 }, (_, index) =>
      write(({ record }) => void record(anEvent()), {
        onCommit: () => {
          if (index === 2) throw new Error('Nobody listens.')
        },
      }),
    )
    go()
    const outcomes = await Promise.allSettled(writes)

    expect(outcomes.slice(0, 3).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect(outcomes).toHaveLength(6)
  })

  it.for(['unsent', 'underway', 'answered'] as const)(
    'are all there exactly once when the connection breaks around their COMMIT: %s',
    async (cut, { database, db }) => {
      const proxy = await cuttingProxy(database.serviceUrl)
      const { write, go } = await waiting(open(proxy.url))
      const { head = 0, outbox = 0 } = await rowCounts(db)

      const refusal = new DomainError('conflict', 'No.')
      const writes = Array.from({ length: 6 }, (_, index) =>
        write(({ record }) => {
          record(anEvent())
          if (index === 5) throw refusal
        }),
      )
      proxy.cutNextCommit(cut)
      go()
      const outcomes = await Promise.allSettled(writes)

      expect(proxy.cuts()).toBe(1)
      const numbers = outcomes.map((each) => 'value' in each && each.value.first - head)
      expect(numbers).toEqual([1, 2, 3, 4, 5, false])
      const after = await rowCounts(db)
      expect([after['head'], after['outbox']]).toEqual([head + 5, outbox + 5])
    },
  )
})

interface Options {
  readonly idempotent?: { apiKeyId: string; key: string; requestHash: string }
  readonly onCommit?: (seq: number) => void
}

/** A queue in which every write waits until `go`. */
async function waiting(db: Db, togetherMsMax = Infinity) {
  await sql`select 1`.execute(db)
  const writeQueue = openWriteQueue<Member>({ ...writeQueueLimits, atOnceMax: 1, togetherMsMax })
  const gate = Promise.withResolvers<void>()
  const occupied = writeQueue.take('nobody', () => gate.promise)
  const write = (
    work: (writing: Writing) => void | Promise<void>,
    { idempotent, onCommit }: Options = {},
  ) => {
    const deps: Deps = { ...quiet(db), writeQueue, onCommit }
    return writeRecord(deps, {
      actor: system,
      mayJoin: true,
      work: async (writing) => work(writing),
      answer: ({ events }) => events ?? { first: 0, last: 0, at: new Date() },
      idempotent,
      retries: {
        keep: (answer) => JSON.stringify(answer),
        again: async (kept, tx) => {
          await sql`select set_config('search_path', 'as_of, public', true)`.execute(tx)
          const { at, ...numbers } = JSON.parse(kept)
          return { ...numbers, at: new Date(at) }
        },
      },
    })
  }
  onTestFinished(() => occupied)
  return { write, go: () => gate.resolve() }
}

function open(url: string): Db {
  const pool = openPool({ url, applicationName: 'cut', connectionsMax: 2, limits: servingLimits })
  onTestFinished(() => pool.end())
  return openDb(pool)
}

async function outboxAfter(db: Db, seq: number): Promise<number[][]> {
  const { rows } = await sql<{ first: number; last: number }>`
    select first_seq as first, last_seq as last from outbox where first_seq > ${seq} order by 1
  `.execute(db)
  return rows.map(({ first, last }) => [first, last])
}
