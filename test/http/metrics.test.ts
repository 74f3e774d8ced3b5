import { Client } from 'pg'
import { describe, expect, onTestFinished } from 'vitest'
import { lockHead } from '../../src/store/head.ts'
import { it, read, type Api } from '../support/api.ts'
import { databaseUrl } from '../support/database-url.ts'
import { aClaim, aLink, aSource } from '../support/record.ts'

describe('GET /metrics', () => {
  it('tells what a write waited for, touched and moved', async ({ api }) => {
    const [one, other] = [await aSource(api), await aSource(api)]
    const { id: claim } = await aClaim(api, { speaker: one, about: [other] })
    const { id: denial } = await aClaim(api, { speaker: other, about: [other] })
    const before = await metricsOf(api)

    await aLink(api, 'rebuts', denial, { claim })

    const after = await metricsOf(api)
    const grown = (name: string) => after(name) - before(name)
    expect(grown('record_lock_wait_seconds_count')).toBe(1)
    expect(grown('write_nodes_touched_count')).toBe(1)
    expect(grown('write_nodes_touched_sum')).toBeGreaterThan(1)
    expect(grown('status_changes_total{to="denied"}')).toBe(1)
    expect(grown('outbox_rows')).toBe(1)
    expect(after('outbox_oldest_seconds')).toBeGreaterThan(0)
    const posted = 'method="POST",route="/v1/links",status="201"'
    expect(grown(`http_request_duration_seconds_count{${posted}}`)).toBe(1)
    const head = after('record_head_seq')
    const { items } = await read<{ items: { seq: number }[] }>(api, `/v1/events?after=${head - 1}`)
    expect(items.map(({ seq }) => seq)).toEqual([head])
  })

  it('counts nothing for a write that was refused, or answered before', async ({ api }) => {
    const headers = { 'idempotency-key': 'once-and-measured' }
    const body = { kind: 'person', name: 'Once', slug: 'once' }
    await api('/v1/sources', { body, headers })
    const before = await metricsOf(api)

    const answers = [
      await api('/v1/sources', { body, headers }),
      await api('/v1/sources', { body }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([201, 409])
    const after = await metricsOf(api)
    expect(after('write_nodes_touched_count')).toBe(before('write_nodes_touched_count'))
  })

  it('counts a write that is tried again, and the log names the request', async ({
    api,
    db,
    database,
    logged,
    template,
  }) => {
    const before = await metricsOf(api)
    const held = await db.startTransaction().execute()
    await lockHead(held)
    const { pathname } = new URL(database.serviceUrl)
    const admin = new Client(databaseUrl(template.adminUrl, { database: pathname.slice(1) }))
    await admin.connect()
    onTestFinished(() => admin.end())

    const written = api('/v1/sources', { body: { kind: 'person', name: 'Patient' } })
    await expect.poll(() => endWaiting(admin), { timeout: 20_000 }).toBe(1)
    await held.rollback().execute()

    const { status, headers } = await written
    expect(status).toBe(201)
    const after = await metricsOf(api)
    expect(after('write_retries_total') - before('write_retries_total')).toBe(1)
    const waits = 'record_lock_wait_seconds_count'
    expect(after(waits) - before(waits)).toBe(2)
    const line = logged.find((line) => line.includes('transient database error'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      requestId: headers.get('request-id'),
      attempt: 1,
      // terminated by an administrator; the message of a server is not logged
      err: { code: '57P01' },
    })
  })
})

/** The metrics as they are now: the value of each by name and labels, 0 where there is none yet. */
async function metricsOf(api: Api): Promise<(name: string) => number> {
  const { text } = await api('/metrics', { isPublic: true })
  const values = new Map(
    text.split('\n').map((line): [string, number] => {
      const [, name = '', value] = /^counterpoint_(.*) (\S+)$/.exec(line) ?? []
      return [name, Number(value)]
    }),
  )
  return (name) => values.get(name) ?? 0
}

/** Ends the connections that wait for a lock in this database; returns how many there were. */
async function endWaiting(admin: Client): Promise<number> {
  const { rowCount } = await admin.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()
  `)
  return rowCount ?? 0
}
