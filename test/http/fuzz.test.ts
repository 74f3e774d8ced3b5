import * as fc from 'fast-check'
import { Kysely, PostgresDialect } from 'kysely'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { expect, onTestFinished } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import type { Http } from '../../src/http/env.ts'
import { listen } from '../../src/http/listen.ts'
import { openPool, servingLimits } from '../../src/store/pool.ts'
import type { DB } from '../../src/store/tables.ts'
import { adminKey, apiAt } from '../support/api.ts'
import { sendFunctionalRequests } from '../support/functional-requests.ts'
import { it } from '../support/it.ts'
import { requestOf, type MadeUp } from '../support/made-up-requests.ts'
import { operationsIn, type Operation } from '../support/open-api.ts'
import { Statements } from '../support/statements.ts'

const requestsWanted = 20_000
/** More exports at once are refused: each holds a connection for as long as its reader likes. */
const exportsAtOnce = 2
const atOnce = 8

it('answers 20,000 requests made from its description without a 5xx, and by no query that the functional requests did not send', async ({
  database,
}) => {
  const known = new Statements()
  /** Clauses that a made-up request sends and no functional one did; undefined until all those are sent. */
  let strange: string[] | undefined
  const { http, origin } = await serve(database.serviceUrl, (statement) => {
    if (strange) strange.push(...known.strangeIn(statement))
    else known.learn(statement)
  })
  const api = apiAt(origin)
  const operations = operationsIn((await api('/openapi.json')).json)
  await sendFunctionalRequests(api, operations)
  expect(known.size).toBeGreaterThan(100)

  const varied = operations.filter((operation) => !isFixed(operation))
  let sent = 0
  let fits = 0
  for (const operation of operations) {
    const length = operation.operationId === 'exportRecord' ? exportsAtOnce : atOnce
    const several = fc.array(requestOf(operation), { minLength: length, maxLength: length })
    const property = fc.asyncProperty(several, async (requests) => {
      sent += requests.length
      strange = []
      const answers = await Promise.all(requests.map((request) => send(http, request)))
      fits += answers.filter(({ status }) => status < 300).length
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      expect(strange).toEqual([])
    })
    const numRuns = isFixed(operation) ? 2 : Math.ceil(requestsWanted / atOnce / varied.length)
    await fc.assert(property, { numRuns, seed: 20_251_203 })
  }

  expect(sent).toBeGreaterThanOrEqual(requestsWanted)
  // Else what is made up would hardly ever come as far as the database.
  expect(fits).toBeGreaterThan(1000)
}, 600_000)

/** There is nothing in it to make up. */
function isFixed({ parameters, mediaTypes }: Operation): boolean {
  return parameters.length === 0 && mediaTypes.length === 0
}

/** The whole service, and a look at every statement that it sends. */
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
  const log = pino({ level: 'silent' })
  const publicUrl = new URL('http://counterpoint.example')
  await setBootstrapKey(db, adminKey)
  const http = createApp({ db, log, publicUrl, isServing: () => true })
  const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await server.stop(0)
    await db.destroy()
  })
  return { http, origin: `http://127.0.0.1:${server.port}` }
}

async function send(http: Http, { method, path, headers, body }: MadeUp) {
  const response = await http.request(path, {
    method,
    headers: { authorization: `Bearer ${adminKey}`, 'idempotency-key': randomUUID(), ...headers },
    body: method === 'GET' || body === undefined ? null : body,
  })
  return { status: response.status, text: await response.text() }
}
