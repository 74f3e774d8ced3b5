import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { writeRecord } from '../../../src/actions/record/write-record.ts'
import { system } from '../../../src/domain/actor.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { anActor } from '../../support/actors.ts'
import { rowCounts } from '../../support/counts.ts'
import { importLines, quiet, refusalOf } from '../../support/import.ts'
import { it } from '../../support/it.ts'
import { linkLine, quarrel, sourceLine } from '../../support/lines.ts'
import { openLogged } from '../../support/logged.ts'
import { anEvent, writeOne } from '../../support/write-one.ts'

describe('the answer to a write', () => {
  it('is given when all is there that was left for later', async ({ db }) => {
    const { body } = await writeRecord(quiet(db), {
      actor: system,
      work: async ({ tx, deferred, record }) => {
        for (let piece = 0; piece < 20; piece++) deferred.spare(() => sql`select`.execute(tx))
        return record(anEvent())
      },
      answer: async ({ result: seq }, tx) => {
        const words = await tx.selectFrom('words').select('body').where('seq', '=', seq).execute()
        return { status: 200, body: JSON.stringify(words) }
      },
    })

    expect(JSON.parse(body)).toEqual([{ body: 'text' }])
  })
})

describe('a retry of a write', () => {
  it('with the same key gets the same bytes and changes nothing', async ({ db }) => {
    const actor = await anActor(db, 'admin')
    const idempotent = { apiKeyId: actor.id, key: 'k', requestHash: 'r' }
    const answer = await importLines(db, quarrel(), { actor, idempotent })
    const before = await rowCounts(db)

    expect(await importLines(db, quarrel(), { actor, idempotent })).toEqual(answer)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('has one effect and one answer among 50 at once', async ({ db }) => {
    const actor = await anActor(db, 'admin')
    const idempotent = { apiKeyId: actor.id, key: 'k', requestHash: 'r' }
    const before = await rowCounts(db)

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => importLines(db, quarrel(), { actor, idempotent })),
    )

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const after = await rowCounts(db)
    expect((after['event'] ?? 0) - (before['event'] ?? 0)).toBe(6)
    expect((after['idempotency'] ?? 0) - (before['idempotency'] ?? 0)).toBe(1)
  })

  it('with another body is refused, and so is nobody else with the same key', async ({ db }) => {
    const [actor, other] = [await anActor(db, 'admin'), await anActor(db, 'admin')]
    const key = { key: 'k', requestHash: 'r' }
    await importLines(db, quarrel(), { actor, idempotent: { ...key, apiKeyId: actor.id } })
    const before = await rowCounts(db)

    const refused = await refusalOf(db, [sourceLine('late')], {
      actor,
      idempotent: { ...key, apiKeyId: actor.id, requestHash: 'another' },
    })
    expect(refused.code).toBe('key-reused')
    expect(await rowCounts(db)).toEqual(before)

    const idempotent = { ...key, apiKeyId: other.id, requestHash: 'another' }
    const { accepted } = await importLines(db, [sourceLine('late')], { actor: other, idempotent })
    expect(accepted).toBe(1)
  })

  it('is done when the first try was refused, since that left nothing', async ({ db }) => {
    const actor = await anActor(db, 'admin')
    const idempotent = { apiKeyId: actor.id, key: 'k', requestHash: 'r' }
    const lines = [sourceLine('here', { slug: 'retried' })]
    await refusalOf(db, [...lines, linkLine('no', 'rebuts', 'nowhere', 'nowhere')], {
      actor,
      idempotent,
    })

    expect((await importLines(db, lines, { actor, idempotent })).accepted).toBe(1)
  })
})

describe('a write in which a statement failed unheard', () => {
  const done = { status: 200, body: 'done' }

  it('is not acknowledged when the failure came last, and COMMIT is answered with ROLLBACK', async ({
    db,
  }) => {
    const before = await rowCounts(db)

    const written = writeRecord(quiet(db), {
      actor: system,
      work: async (writing) => void writing.record(anEvent()),
      answer: async (_, tx) => {
        await fail(tx)
        return done
      },
    })

    await expect(written).rejects.toThrow(/rolled back|aborted/)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is not acknowledged when more came after it', async ({ db }) => {
    const before = await rowCounts(db)

    const written = writeRecord(quiet(db), {
      actor: system,
      work: async ({ tx, record }) => {
        record(anEvent())
        await fail(tx)
      },
      answer: () => done,
    })

    await expect(written).rejects.toThrow('division by zero')
    expect(await rowCounts(db)).toEqual(before)
  })
})

describe('the transaction of a write', () => {
  it('is read committed, and takes the record lock before it reads anything', async ({
    database,
    db,
  }) => {
    const actor = await anActor(db, 'admin')
    const statements: string[] = []
    const logged = openLogged(database.serviceUrl, statements)
    const idempotent = { apiKeyId: actor.id, key: 'k', requestHash: 'r' }

    await importLines(logged, quarrel(), { actor, idempotent })

    expect(statements[0]).toBe('start transaction isolation level read committed')
    expect(statements[1]).toMatch(/^\s*update record_head set seq = seq/)
    expect(statements[2]).not.toMatch(/^\s*(commit|start|begin)/)
    expect(statements.at(-1)).toBe('commit')
    expect(statements.filter((each) => /^\s*(start|begin|commit)/.test(each))).toHaveLength(2)
  })

  it('sees what was committed while it waited for the record lock', async ({ db }) => {
    const gate = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    const first = writeOne(db, async () => {
      entered.resolve()
      await gate.promise
    })
    await entered.promise
    let seen = 0
    const second = writeOne(db, async ({ tx }) => {
      const { rows } = await sql<{ last: number }>`select max(seq) as last from event`.execute(tx)
      seen = rows[0]?.last ?? 0
    })
    await expect.poll(() => countWaiting(db), { timeout: 20_000 }).toBe(1)

    gate.resolve()

    expect(seen).toBe(0)
    const seqs = [await first, await second]
    expect(seen).toBe(seqs[0])
    expect(seqs[1]).toBe(seen + 1)
  })
})

async function fail(tx: Db): Promise<void> {
  await sql`select 1 / 0`.execute(tx).catch(() => {})
}

async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
  `.execute(db)
  return rows.length
}
