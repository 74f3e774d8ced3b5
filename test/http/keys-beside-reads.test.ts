import { sql } from 'kysely'
import { expect } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { writeInPlace } from '../../src/writes/in-place.ts'
import { adminKey } from '../support/calls.ts'
import { it } from '../support/it.ts'

it('a write is carried out while reads have every connection that serves them', async ({
  db,
  database,
  onTestFinished,
}) => {
  await setBootstrapKey(db, adminKey)
  const pool = openPool({
    url: database.serviceUrl,
    applicationName: 'counterpoint busy',
    connectionsMax: 1,
    limits: servingLimits,
  })
  const busy = openDb(pool)
  onTestFinished(() => busy.destroy())
  const app = createApp({
    db: busy,
    keysDb: db,
    log: createLog('info', { write: () => {} }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
    openWriter: (reports) => writeInPlace({ db, now: Date.now, ...reports }),
  })
  const { promise: end, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: taken, resolve: take } = Promise.withResolvers<void>()
  const reading = busy.connection().execute(async (connection) => {
    await sql`select 1`.execute(connection)
    take()
    await end
  })
  await taken

  const { status } = await app.request('/v1/sources', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${adminKey}`,
      'content-type': 'application/json',
      'idempotency-key': 'one',
    },
    body: JSON.stringify({ kind: 'company', name: 'Beside reads' }),
  })

  expect(status).toBe(201)
  letGo()
  await reading
})
