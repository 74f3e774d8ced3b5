import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, inject } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { it } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, sourceLine } from '../support/lines.ts'

/** In every draft, so that whatever has a word of it can be recognised. */
const mark = 'zqdraft'

const claim = 'The Zenith plant in Gunsan has stopped all of its furnaces'
const words = `${claim}, ${mark} writes. “${mark} never said a word of this,” it said. See https://${mark}.example/page`

const drafts = {
  text: words,
  markdown: `# ${mark}\n\n> ${words} [${mark}](https://${mark}.example/)`,
  html: `<p title="${mark}">${words} <a href="https://${mark}.example/">${mark}</a></p>`,
  addresses: `https://${mark}.example/page`,
  bibtex: `@misc{${mark}, title={${words}}, url={https://${mark}.example/}}`,
}
/** That no reader can make sense of. */
const broken = {
  markdown: '!['.repeat(200_000) + mark,
  addresses: mark,
  bibtex: `@misc{${mark}, title={`,
}

/** Ways to make a database fail within a read. */
const failures: Readonly<Record<string, readonly [fail: string, recover: string]>> = {
  nothing: ['select 1', 'select 1'],
  'a table that is not there': [
    'alter table claim_search rename to claim_search_away',
    'alter table claim_search_away rename to claim_search',
  ],
  'a column that is not there': [
    'alter table report_page rename column page to page_away',
    'alter table report_page rename column page_away to page',
  ],
  'words that may not be read': [
    'revoke select on words from counterpoint_service',
    'grant select on words to counterpoint_service',
  ],
}

describe('drafts that are looked up or checked', () => {
  it(
    'leave no word in any log, table or cache, whatever fails',
    { timeout: 240_000 },
    async ({ api, db, ownerDb, logged, origin }) => {
      await importLines(db, [
        sourceLine('zenith'),
        claimLine('stopped', 'zenith', { text: `${claim}.`, about: ['zenith'] }),
      ])
      const log = await serverLog()
      const before = log?.().length ?? 0
      const statuses: number[] = []
      const send = async (path: string, body: object | string) => {
        const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
        const given = path.startsWith('/check') ? form : {}
        const { status, headers } = await api(path, { body, isPublic: true, headers: given })
        expect([status, headers.get('cache-control')]).toEqual([status, 'no-store'])
        statuses.push(status)
      }

      for (const [fail, recover] of Object.values(failures)) {
        await sql.raw(fail).execute(ownerDb)
        await sendAll(send)
        await sql.raw(recover).execute(ownerDb)
      }
      await ownerDb.transaction().execute(async (tx) => {
        await sql`lock table claim_search in access exclusive mode`.execute(tx)
        const aborted = new AbortController()
        const held = [1, 2, 3].map(async () => {
          const body = JSON.stringify({ text: words })
          const headers = { 'content-type': 'application/json' }
          const { signal } = aborted
          return fetch(`${origin}/v1/check`, { method: 'POST', body, headers, signal })
        })
        const [refused] = await Promise.any(held.map(async (one) => [await one]))
        expect(refused?.status).toBe(503)
        const isFull = await fetch(`${origin}/check`, {
          method: 'POST',
          body: new URLSearchParams({ text: words }),
          headers: { accept: 'text/html' },
        })
        expect([isFull.status, isFull.headers.get('cache-control')]).toEqual([503, 'no-store'])
        expect(await isFull.text()).not.toContain(mark)
        aborted.abort()
        await Promise.allSettled(held)
      })

      expect(new Set(statuses)).toEqual(new Set([200, 400, 413, 415, 422, 500]))
      expect(logged.length).toBeGreaterThan(statuses.length / 2)
      expect(logged.filter((line) => line.includes(mark))).toEqual([])
      expect(log?.().slice(before) ?? '').not.toContain(mark)
      expect(await tablesWith(ownerDb, mark)).toEqual([])
      expect(await tablesWith(ownerDb, 'Zenith plant')).toContain('words')
    },
  )
})

async function sendAll(
  send: (path: string, body: object | string) => Promise<void>,
): Promise<void> {
  const sendForm = async (fields: Readonly<Record<string, string>>, path = '/check') =>
    send(path, new URLSearchParams(fields).toString())
  for (const [format, text] of Object.entries({ ...drafts, docx: mark }))
    await sendForm({ text, format })
  for (const [format, text] of Object.entries(broken)) await sendForm({ text, format })
  await sendForm({ text: mark.repeat(200_000) })
  await sendForm({ text: mark.repeat(700_000) })
  await sendForm({ [mark]: mark, text: `  `, format: mark })
  await sendForm({ text: words }, `/check?${mark}=${mark}`)
  await send('/v1/lookup', { text: words })
  await send('/v1/lookup', { text: words, [mark]: mark })
  for (const [format, text] of Object.entries(drafts)) await send('/v1/check', { text, format })
  for (const [format, text] of Object.entries(broken)) await send('/v1/check', { text, format })
  for (const path of ['/v1/lookup', '/v1/check']) {
    await send(path, `{"text": "${mark}`)
    await send(path, { text: mark.repeat(400_000) })
    await send(path, { text: mark, format: mark })
    await send(`${path}?${mark}=${mark}`, { text: mark })
  }
}

/** The tables of which a row has a text, in any schema. */
async function tablesWith(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
    order by tablename
  `.execute(db)
  const found: string[] = []
  for (const { schema, name } of rows) {
    const { rows: having } = await sql`
      select from ${sql.table(`${schema}.${name}`)} as each
      where strpos(lower(each::text), ${text.toLowerCase()}) > 0 limit 1
    `.execute(db)
    if (having.length > 0) found.push(name)
  }
  return found
}

/** Reads the log of the embedded server; there is none to read of a server in a container. */
async function serverLog(): Promise<(() => string) | undefined> {
  const admin = new Client({ connectionString: inject('template').adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ data_directory: string }>('show data_directory')
    const file = path.join(rows[0]?.data_directory ?? '', '..', 'server.log')
    return existsSync(file) ? () => readFileSync(file, 'utf8') : undefined
  } finally {
    await admin.end()
  }
}
