import pino from 'pino'
import { Client, escapeIdentifier } from 'pg'
import { expect, inject, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { isUnavailable } from '../../src/store/database/faults.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { adminKey, it as withApi } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import { seedBundle } from '../support/seed.ts'

const it = withApi.extend('seeded', { scope: 'file', auto: true }, async ({ api }) => {
  await api('/v1/import', {
    body: seedBundle(),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  return true
})

/** Changes the test's own database as the administrator of the server. */
async function alter(url: string, ...changes: readonly string[]): Promise<void> {
  const admin = new Client({ connectionString: inject('template').adminUrl })
  await admin.connect()
  const database = escapeIdentifier(new URL(url).pathname.slice(1))
  for (const change of changes) await admin.query(`alter database ${database} ${change}`)
  await admin.end()
}

/** The service on connections of its own, which see what was set. */
function serviceAt(url: string) {
  const pool = openPool({
    url,
    applicationName: 'no room',
    connectionsMax: 2,
    limits: servingLimits,
  })
  onTestFinished(() => pool.end())
  return createApp({
    db: openDb(pool),
    log: pino({ level: 'silent' }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
  })
}

const problem = { type: 'http://counterpoint.example/problems/unavailable', status: 503 }

const manySources = Array.from({ length: 1000 }, (_, nth) =>
  JSON.stringify({ type: 'source', ref: `s${nth}`, kind: 'company', name: `Company ${nth}` }),
).join('\n')

it('503: a write for which the disk has no room stores nothing, and happens once there is room', async ({
  database: { serviceUrl },
  db,
}) => {
  const before = await rowCounts(db)
  const write = () =>
    serviceAt(serviceUrl).request('/v1/import', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/x-ndjson',
        'idempotency-key': 'no-disk',
      },
      body: manySources,
    })
  await alter(serviceUrl, `set work_mem = '64kB'`, `set temp_file_limit = '1kB'`)

  const refused = await write()
  const after = await rowCounts(db)
  await alter(serviceUrl, 'reset work_mem', 'reset temp_file_limit')
  const accepted = await write()

  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await refused.json()).toMatchObject(problem)
  expect(after).toEqual(before)
  expect([accepted.status, await accepted.text()]).toEqual([200, expect.stringContaining('refs')])
})

it('503: with no connection left nothing is written, and Retry-After says when to come back', async ({
  database,
  db,
}) => {
  const before = await rowCounts(db)
  onTestFinished(() => alter(database.serviceUrl, 'connection limit -1'))
  await alter(database.serviceUrl, 'connection limit 0')

  const response = await serviceAt(database.serviceUrl).request('/v1/stories', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${adminKey}`,
      'content-type': 'application/json',
      'idempotency-key': 'no-room',
    },
    body: JSON.stringify({ title: 'No room' }),
  })

  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(await response.json()).toMatchObject(problem)
  expect(await rowCounts(db)).toEqual(before)
})

it.for([
  ['53000', true],
  ['53100', true],
  ['53200', true],
  ['53300', true],
  ['53400', true],
  ['25006', true],
  ['57014', true],
  ['22021', false],
  ['23505', false],
  ['54000', false],
  ['42P01', false],
] as const)('SQLSTATE %s is not for callers to resolve: %s', ([code, isOurs]) => {
  expect(isUnavailable(Object.assign(new Error('refused'), { code }))).toBe(isOurs)
})
