import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { EmbeddedError } from '../../src/store/embedded/error.ts'
import { start } from '../support/command.ts'
import { databaseUrl } from '../support/database-url.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { serveReplicated } from '../support/replicated.ts'
import { stallingProxy } from '../support/stalling-proxy.ts'
import { startPair } from '../support/standby.ts'

const found = await startPair().catch((error: unknown) => {
  if (error instanceof EmbeddedError) return error
  throw error
})
const missing = found instanceof EmbeddedError ? found : undefined

/** On a machine that is busy with other things. */
const patience = { timeout: 30_000 }

describe.skipIf(missing)(`reading from a standby ${missing?.message ?? ''}`, () => {
  beforeEach(async () => {
    await pair().askStandby('select pg_wal_replay_resume()')
  })
  afterAll(() => pair().stop())

  it('shows what the replica has, and to writers their own writes', async () => {
    const { read, write } = await serveReplicated(pair())
    await pauseReplay()

    const { seq, id } = await addSource(write)

    const events = `/v1/events?after=${seq - 1}`
    await expect.poll(async () => (await read(events)).json.items, patience).toEqual([])
    const seen = await read(events, seq)
    expect(seen.json.items).toMatchObject([{ seq, object: id }])
    expect(seen.headers.get('vary')).toContain('Counterpoint-Seq')
  })

  it('says of every write what to ask for, of an import too', async () => {
    const { read, write } = await serveReplicated(pair())
    const added = await addSource(write)
    const lines = [sourceLine('s'), claimLine('c', 's')]

    const imported = await write('/v1/import', lines.map((line) => JSON.stringify(line)).join('\n'))

    const { last } = imported.json.events
    expect(imported.headers.get('counterpoint-seq')).toBe(String(last))
    expect(last).toBeGreaterThan(added.seq)
    const claim = `/v1/claims/${imported.json.refs.c}`
    expect(await read(claim, last)).toMatchObject({ status: 200 })
  })

  it('waits for the event while the replica is about to have it', async () => {
    const writer = await serveReplicated(pair())
    const reader = await serveReplicated(pair(), { times: { waitMs: 30_000 } })
    await reader.read('/v1/stories')
    await pauseReplay()
    const { seq, id } = await addSource(writer.write)
    await reader.loseDatabase()

    const reading = reader.read(`/v1/events?after=${seq - 1}`, seq)
    await pair().askStandby('select pg_wal_replay_resume()')

    expect((await reading).json.items).toMatchObject([{ seq, object: id }])
  })

  it('denies nothing that the replica only does not have yet', async () => {
    const { read, write } = await serveReplicated(pair())
    const old = await addStory(write)
    await pauseReplay()
    const { seq, id, at } = await addStory(write)

    expect(await read(`/v1/stories/${id}`)).toMatchObject({ status: 200, json: { id } })
    for (const moment of [seq, at])
      expect(await read(`/v1/stories/${old.id}?asOf=${moment}`)).toMatchObject({
        status: 200,
        json: { asOf: { seq } },
      })
    expect((await read(`/v1/stories/${id}?asOf=${seq + 100}`)).status).toBe(400)
    expect((await read(`/v1/stories/${randomUUID()}`)).status).toBe(404)
  })

  it('answers what asks for an event that is not there yet, without waiting for it', async () => {
    const { read } = await serveReplicated(pair())

    expect((await read('/v1/stories', 999_999_999_999_999)).status).toBe(200)
  })

  it('400: explains that the value is not the number of an event', async () => {
    const { read } = await serveReplicated(pair())

    for (const seq of ['', 'x', '1.5', '-1', '01', '1, 2', '1000000000000000']) {
      const { status, json } = await read('/v1/stories', seq)

      expect([seq, status]).toEqual([seq, 400])
      expect(json.errors).toMatchObject([{ pointer: '/counterpoint-seq' }])
    }
  })

  it('reads on from the replica while the primary is away', async () => {
    const { read, write, loseDatabase, replica } = await serveReplicated(pair())
    const { seq, id } = await addSource(write)
    await expect.poll(() => replica.state().seq, patience).toBeGreaterThanOrEqual(seq)

    await loseDatabase()

    const reading = async () => (await read(`/v1/sources/${id}`, seq)).json.id
    await expect.poll(reading, patience).toBe(id)
  })

  it('answers every read while the standby is killed and comes back', async () => {
    const { read, write, replica } = await serveReplicated(pair(), { times: { lookEveryMs: 100 } })
    const { seq, id } = await addSource(write)
    const answers: string[] = []
    const over = new AbortController()
    const readers = Array.from({ length: 6 }, async (_, index) => {
      while (!over.signal.aborted) {
        const { status, json } = await read(`/v1/sources/${id}`, index % 2 ? seq : undefined)
        answers.push(`${status} ${json.id}`)
      }
    })

    await answersGoOn(answers)
    await pair().killStandby()
    await expect.poll(() => replica.state(), patience).toMatchObject({ isUp: false })
    await answersGoOn(answers)
    await pair().startStandby()
    await expect.poll(() => replica.state(), patience).toMatchObject({ isInUse: true })
    const { answered } = replica.state()
    await expect.poll(() => replica.state().answered, patience).toBeGreaterThan(answered)
    over.abort()
    await Promise.all(readers)

    expect(new Set(answers)).toEqual(new Set([`200 ${id}`]))
  })

  it('answers from the primary what a standby holds up that has gone silent', async () => {
    const { url, stall } = await stallingProxy(pair().readUrl)
    const { read, replica } = await serveReplicated(pair(), {
      url,
      times: { lookWithinMs: 1_000 },
    })
    await read('/v1/stories')

    stall()
    const answers = await Promise.all([1, 2, 3].map(() => read('/v1/stories')))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(replica.state()).toMatchObject({ isUp: false, passedOn: 3 })
  })

  it('answers from the primary what the standby gave up for the sake of its own', async () => {
    const { replica } = await serveReplicated(pair())
    const reading = replica.read(0, async (db) => {
      // Holds its lock on the table while it sleeps; on the primary it does not sleep.
      const { rows } = await sql<{ isStandby: boolean }>`
        select pg_is_in_recovery() as "isStandby",
          case when pg_is_in_recovery() then pg_sleep(60) end
        from (select count(*) from claim)
      `.execute(db)
      return rows[0]?.isStandby
    })
    const sleepers = `select count(*)::int as count from pg_stat_activity where wait_event = 'PgSleep'`
    await expect.poll(() => pair().askStandby(sleepers), patience).toEqual({ count: 1 })

    await pair().askPrimary('do $$ begin lock table claim in access exclusive mode; end $$')

    expect(await reading).toBe(false)
    expect(replica.state()).toMatchObject({ isInUse: true, passedOn: 1 })
  })

  it('reads for one request in one database', async () => {
    const { replica } = await serveReplicated(pair())

    const seen = await replica.read(0, async (db) => {
      const first = await isStandby(db)
      if (first) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
      return [first, await isStandby(db)]
    })

    expect(seen).toEqual([false, false])
    await expect.poll(() => replica.state(), patience).toMatchObject({ isInUse: true })
  })

  it('leaves out a replica that is late, until it has caught up', async () => {
    const times = { lookEveryMs: 50, lagMaxMs: 200 }
    const { read, write, replica } = await serveReplicated(pair(), { times })
    await pauseReplay()
    const { seq, id } = await addSource(write)

    await expect.poll(() => replica.state().fault?.kind, patience).toBe('late')

    expect(replica.state()).toMatchObject({ isUp: true, isInUse: false, eventsBehind: 1 })
    expect((await read(`/v1/events?after=${seq - 1}`)).json.items).toMatchObject([{ object: id }])
    await pair().askStandby('select pg_wal_replay_resume()')
    await expect.poll(() => replica.state(), patience).toMatchObject({ isInUse: true, seq })
  })

  it('takes no other record for a replica, and keeps the password', async () => {
    const elsewhere = [
      databaseUrl(pair().readUrl, { database: 'postgres' }),
      inject('template').serviceUrl,
    ]

    for (const url of elsewhere) {
      const refusal = await serveReplicated(pair(), { url }).catch(String)
      expect(refusal).toMatch(/ServerError: READ_DATABASE_URL has a different record/)
      expect(refusal).not.toContain(new URL(url).password)
    }
  })

  it('takes the primary for a replica of itself', async () => {
    const { replica } = await serveReplicated(pair(), { url: pair().serviceUrl })

    expect(replica.state()).toMatchObject({ isInUse: true, secondsBehind: 0 })
  })

  it('serves while its replica is away, and not with the wrong one', async () => {
    const { serviceUrl, adminUrl, readUrl } = pair()
    const urls = { serviceUrl, ownerUrl: adminUrl }
    const env = { PORT: '0', LOG_LEVEL: 'warn' }
    const away = { ...env, READ_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' }
    const wrong = { ...env, READ_DATABASE_URL: databaseUrl(readUrl, { database: 'postgres' }) }

    const serving = start(urls, ['serve'], { env: away })
    const refused = start(urls, ['serve'], { env: wrong })

    await serving.says(/Counterpoint is at/)
    serving.process.kill('SIGTERM')
    expect(await serving.ended).toMatchObject({
      code: 0,
      err: expect.stringContaining('Reads go to the primary: the replica is out of use.'),
    })
    expect(await refused.ended).toMatchObject({
      code: 3,
      err: expect.stringContaining('READ_DATABASE_URL has a different record'),
    })
  })

  it('does not read from a standby that was promoted', async () => {
    const { read, write, replica } = await serveReplicated(pair(), { times: { lookEveryMs: 50 } })
    await pair().askStandby('select pg_promote()')
    await expect.poll(() => replica.state().fault?.kind, patience).toBe('promoted')

    const { seq } = await addSource(write)

    expect((await read(`/v1/events?after=${seq - 1}`)).json.items).toMatchObject([{ seq }])
  })
})

function pair() {
  if (found instanceof EmbeddedError) throw found
  return found
}

/** Holds the standby where the primary is now. */
async function pauseReplay(): Promise<void> {
  const head = 'select seq from record_head'
  const now = await pair().askPrimary(head)
  await expect.poll(() => pair().askStandby(head), patience).toEqual(now)
  await pair().askStandby('select pg_wal_replay_pause()')
  const state = 'select pg_get_wal_replay_pause_state() as state'
  await expect.poll(() => pair().askStandby(state), patience).toEqual({ state: 'paused' })
}

type Write = Awaited<ReturnType<typeof serveReplicated>>['write']

async function addSource(write: Write) {
  return added(await write('/v1/sources', { kind: 'company', name: `Firm ${randomUUID()}` }))
}

async function addStory(write: Write) {
  return added(await write('/v1/stories', { title: `Story ${randomUUID()}` }))
}

function added({ status, headers, json }: Awaited<ReturnType<Write>>) {
  expect(status).toBe(201)
  expect(headers.get('counterpoint-seq')).toBe(String(json.event.seq))
  return { seq: json.event.seq, at: json.event.at, id: json.object.id }
}

async function isStandby(db: Db): Promise<boolean | undefined> {
  const { rows } = await sql<{ isStandby: boolean }>`
    select pg_is_in_recovery() as "isStandby"
  `.execute(db)
  return rows[0]?.isStandby
}

async function answersGoOn(answers: readonly string[]): Promise<void> {
  const before = answers.length
  await expect.poll(() => answers.length, patience).toBeGreaterThan(before + 20)
}
