import { Kysely, PostgresDialect } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'
import type { DB } from '../../src/store/database/tables.ts'
import { adminKey, apiAt } from '../support/api.ts'
import { sendFunctionalRequests } from '../support/functional-requests.ts'
import { cursorsOf, fuzz } from '../support/fuzz.ts'
import { it } from '../support/it.ts'
import { operationsIn } from '../support/open-api.ts'
import { Statements } from '../support/statements.ts'

const requestsWanted = 1_000

it('answers thousands of requests made from its description without a 5xx, logs no word of them, and sends no query that the functional requests did not send', async ({
  database,
}) => {
  const known = new Statements()
  /** Clauses that a made-up request sends and no functional one did; undefined until all those are sent. */
  let strange: string[] | undefined
  const { http, origin, logged } = await serve(database.serviceUrl, (statement) => {
    if (strange) strange.push(...known.strangeIn(statement))
    else known.learn(statement)
  })
  const api = apiAt(origin)
  const operations = operationsIn((await api('/openapi.json')).json)
  await sendFunctionalRequests(api, operations)
  expect(known.size).toBeGreaterThan(100)

  const cursors = await cursorsOf(api, operations)
  expect(cursors.length).toBeGreaterThan(5)
  strange = []
  const faults: string[] = []
  const { sent, fits } = await fuzz({
    http,
    operations,
    cursors,
    count: requestsWanted,
    seed: 20_251_203,
    logged,
    fault: (words) => void faults.push(words),
  })

  expect(faults).toEqual([])
  expect(strange).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(requestsWanted)
  // Otherwise random requests would hardly ever reach the database.
  expect(fits).toBeGreaterThan(requestsWanted / 20)
  expect(logged.length).toBeGreaterThanOrEqual(requestsWanted)
}, 600_000)

/** The whole service, with every statement that it sends being recorded. */
async function serve(url: string, look: (statement: string) => void) {
  const pool = openPool({
    url,
    applicationName: 'fuzz',
    connectionsMax: 8,
    limits: servingLimits,
  })
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => look(query.sql),
  })
  const logged: string[] = []
  const log = createLog('info', { write: (line) => void logged.push(line) })
  const publicUrl = new URL('http://counterpoint.example')
  await setBootstrapKey(db, adminKey)
  const http = createApp({ db, log, publicUrl, isServing: () => true })
  const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await server.stop(0)
    await db.destroy()
  })
  return { http, origin: `http://127.0.0.1:${server.port}`, logged }
}
