import { sql } from 'kysely'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { acceptClock } from '../../src/actions/accept-clock.ts'
import { createApp } from '../../src/app.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { adminKey, it as withApi } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import { run } from '../support/command.ts'

const minuteMs = 60_000
const metricsToken = 'a-token-for-metrics'
const silent = pino({ level: 'silent' })

/** The service on a machine whose clock is off by so much. */
const it = withApi.extend('off', ({ api, db }) => async (ms: number) => {
  await api('/v1/sources') // the key is set by then
  const logged: string[] = []
  const app = createApp({
    db,
    log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
    now: () => Date.now() + ms,
    metricsToken,
  })
  const add = async (name: string) =>
    app.request('/v1/sources', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/json',
        'idempotency-key': name.replaceAll(' ', '-'),
      },
      body: JSON.stringify({ kind: 'outlet', name, confirm: ['new'] }),
    })
  const metrics = async () => {
    const headers = { authorization: `Bearer ${metricsToken}` }
    return (await app.request('/metrics', { headers })).text()
  }
  return { add, logged, metrics }
})

describe('a database whose clock differs from that of the service', () => {
  it.for([-7 * minuteMs, 7 * minuteMs])(
    '503: is not written, which is logged as an error (%i)',
    async (ms, { off, db }) => {
      const { add, logged } = await off(ms)
      const before = await rowCounts(db)

      const answer = await add(`Off by ${ms}`)

      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
      expect(await answer.text()).toContain('differ by 7 minutes')
      expect(await rowCounts(db)).toEqual(before)
      expect(logged.map((line) => JSON.parse(line))).toMatchObject([
        { level: 50, fault: 'differs', msg: expect.stringContaining('Writes are suspended') },
      ])
    },
  )

  it('201: by less than five minutes is written', async ({ off }) => {
    for (const ms of [-4 * minuteMs, 4 * minuteMs]) {
      const { add } = await off(ms)
      expect((await add(`Nearly right, by ${ms}`)).status).toBe(201)
    }
  })

  it('still answers the retry of what was written before', async ({ off }) => {
    const { add } = await off(0)
    await add('Retried')

    expect((await (await off(3_600_000)).add('Retried')).status).toBe(201)
  })

  it('is seen in the metrics before anybody writes', async ({ off }) => {
    const { metrics } = await off(-10 * minuteMs)

    const seconds = /^counterpoint_clock_ahead_seconds (.*)$/m.exec(await metrics())?.[1]
    expect(Math.round(Number(seconds) / 60)).toBe(10)
  })

  it('cannot be accepted', async ({ db }) => {
    const deps = { db, log: silent, now: () => Date.now() - 10 * minuteMs }

    await expect(acceptClock(deps, system)).rejects.toThrow('differ by 10 minutes')
  })
})

describe('a database whose clock stands before the last event', () => {
  it('is written once an operator has confirmed it, and not after the next jump', async ({
    off,
    database,
    db,
    ownerDb,
  }) => {
    const { add, logged } = await off(0)
    expect((await add('Before')).status).toBe(201)
    const soon = new Date(Date.now() + 20 * minuteMs)
    await dateLastEvent(ownerDb, soon)

    const refused = await add('Refused')
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('counterpoint clock accept')
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, fault: 'behind' }])
    const shown = await run(database, ['clock', 'show'])
    expect([shown.code, shown.out]).toEqual([1, expect.stringContaining(soon.toISOString())])

    const accepted = await run(database, ['clock', 'accept'])
    expect(accepted.err).toContain(`the record continues after ${soon.toISOString()}`)
    expect((await add('Accepted')).status).toBe(201)
    expect(await lastEventAt(db)).toEqual(soon)
    const entries = await db.selectFrom('audit').selectAll().execute()
    expect(entries.filter(({ kind }) => kind === 'clock.accepted')).toMatchObject([
      { actor: system, body: { lastEventAt: soon.toISOString() } },
    ])
    expect((await run(database, ['clock', 'accept'])).err).toContain('nothing to accept')

    await dateLastEvent(ownerDb, new Date(soon.getTime() + minuteMs))
    expect((await add('After the next jump')).status).toBe(503)
  })

  it('201: by less than five minutes is written, and no event goes back in time', async ({
    off,
    db,
    ownerDb,
  }) => {
    const soon = new Date(Date.now() + 4 * minuteMs)
    await dateLastEvent(ownerDb, soon)

    expect((await (await off(0)).add('Nearly there')).status).toBe(201)
    expect(await lastEventAt(db)).toEqual(soon)
  })
})

async function lastEventAt(db: Db): Promise<Date | undefined> {
  const [last] = await db.selectFrom('event').select('at').orderBy('seq', 'desc').limit(1).execute()
  return last?.at
}

/** As a clock that was wrong then would have written it; only the owner can. */
async function dateLastEvent(ownerDb: Db, at: Date): Promise<void> {
  await sql`alter table event disable trigger user`.execute(ownerDb)
  await sql`update event set at = ${at} where seq = (select max(seq) from event)`.execute(ownerDb)
  await sql`alter table event enable trigger user`.execute(ownerDb)
}
