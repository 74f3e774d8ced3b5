import * as fc from 'fast-check'
import { Kysely, PostgresDialect } from 'kysely'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { expect } from 'vitest'
import { z } from 'zod'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import type { Http } from '../../src/http/env.ts'
import { examples } from '../../src/http/openapi/examples.ts'
import { openPool, servingLimits } from '../../src/store/pool.ts'
import type { DB } from '../../src/store/tables.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { seedLines } from '../support/seed.ts'

const requestsPerOperation = 520
const key = 'a-key-for-requests-that-make-no-sense'

/** Stands in whatever a request makes up, so that it would be seen in the text of a statement. */
const marker = 'zq9marker'

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
})
const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

it('answers 20,000 requests made from its description without a 5xx, and puts nothing of them into a statement', async ({
  db,
  database,
}) => {
  await importLines(db, seedLines())
  const statements = new Set<string>()
  const pool = openPool({
    url: database.serviceUrl,
    applicationName: 'fuzz',
    connectionsMax: 8,
    limits: servingLimits,
  })
  const logged = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void statements.add(query.sql),
  })
  await setBootstrapKey(logged, key)
  const http = createApp({
    db: logged,
    log: pino({ level: 'silent' }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
  })

  const document = openApi.parse(await (await http.request('/openapi.json')).json())
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ path, method, ...each })),
  )
  let sent = 0
  for (const each of operations) {
    const property = fc.asyncProperty(requestOf(each), async (request) => {
      sent += 1
      await expectNoFault(http, request)
    })
    await fc.assert(property, { numRuns: requestsPerOperation, seed: 20_251_203 })
  }
  await logged.destroy()

  expect(sent).toBeGreaterThanOrEqual(20_000)
  expect([...statements].filter((statement) => statement.includes(marker))).toEqual([])
  expect(statements.size).toBeGreaterThan(50)
}, 600_000)

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

async function expectNoFault(http: Http, { method, path, headers, body }: Sent): Promise<void> {
  const response = await http.request(path, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID(), ...headers },
    body: method === 'get' || body === undefined ? null : body,
  })
  const text = await response.text()
  expect([response.status < 500, method, path, text]).toEqual([true, method, path, text])
}

/** Requests near the description: its own example with some of it made up, and what is all made up. */
function requestOf(each: z.output<typeof operation> & { path: string; method: string }) {
  const example = examples[each.operationId] ?? {}
  const names = (place: string) =>
    each.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
  const valueOf = (place: 'path' | 'query', name: string) =>
    fc.oneof(fc.constant(example[place]?.[name] ?? marker), madeUp)
  const [mediaType = 'application/json'] = Object.keys(each.requestBody?.content ?? {})

  return fc.record({
    method: fc.constant(each.method),
    path: fc
      .tuple(
        fc.record(Object.fromEntries(names('path').map((name) => [name, valueOf('path', name)]))),
        fc.record(
          Object.fromEntries(names('query').map((name) => [name, valueOf('query', name)])),
          { requiredKeys: [] },
        ),
        fc.option(fc.tuple(madeUp, madeUp), { freq: 9, nil: undefined }),
      )
      .map(([path, query, extra]) => {
        const address = each.path.replace(/\{(\w+)\}/g, (_, name: string) =>
          encodeURIComponent(path[name] ?? ''),
        )
        const search = new URLSearchParams()
        for (const [name, value] of Object.entries(query)) search.append(name, value ?? '')
        if (extra) search.append(...extra)
        return `${address}?${search.toString()}`
      }),
    headers: fc.record(
      {
        'content-type': fc.oneof(
          { weight: 9, arbitrary: fc.constant(mediaType) },
          fc.constant('text/plain'),
        ),
        'if-match': fc.constantFrom('"1"', '"2"', '"1", "2", "3"', '*', marker),
        'accept-language': fc.constantFrom('ko', 'en', 'ko-KR;q=0.5', marker),
      },
      { requiredKeys: ['content-type'] },
    ),
    body: bodyNear(example.body),
  })
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    `${marker}' or 1=1 --`,
    `${marker}"; drop table claim; --`,
    `${marker}%_\\`,
    `<script>${marker}</script>`,
    '\u0000',
    '\ud800',
    '2025-02-30',
    '99999999999999999999',
    '-1',
    '',
    '한글',
  ),
)
/** Text that survives an address. */
const madeUp = oddText.map((text) => text.toWellFormed())

/** The example's body with some of its values made up; or any JSON; or no JSON at all. */
function bodyNear(example: unknown): fc.Arbitrary<string | undefined> {
  const anything = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.constant(null))
  if (typeof example === 'string')
    return fc.oneof(
      fc
        .tuple(fc.nat(example.length), oddText)
        .map(([at, text]) => example.slice(0, at) + text + example.slice(at)),
      oddText,
    )
  if (example === undefined) return fc.option(oddText, { nil: undefined })
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(example))
  const near = fc
    .record(
      Object.fromEntries(
        fields.map(([name, value]) => [
          name,
          fc.oneof(
            { weight: 6, arbitrary: fc.constant(value) },
            { weight: 1, arbitrary: anything },
          ),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((body) => ('id' in body ? { ...body, id: randomUUID() } : body))
  return fc.oneof(
    { weight: 8, arbitrary: near.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: anything.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: oddText },
  )
}
