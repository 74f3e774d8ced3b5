import * as fc from '../support/fast-check.ts'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, inject } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { it, type Api } from '../support/api.ts'

/** Part of every text that is sent, so that a log with any of them can be recognised. */
const mark = 'zq9'

/** PostgreSQL's errors from a failing trigger; some of them cause retries. */
const states = ['P0001', '22P02', '23514', '40001', '53100', 'XX000']

type Send = (api: Api, text: string) => Promise<{ status: number }>

const asPath = (text: string) => encodeURIComponent(text.toWellFormed())
const ndjson = { 'content-type': 'application/x-ndjson' }
const claim = { kind: 'fact', about: [], lang: 'en', assertedAt: '2025-12-03' }

/** Every place for a text in a request. */
const ways: Readonly<Record<string, Send>> = {
  'a path': (api, text) => api(`/v1/claims/${asPath(text)}`),
  'an unknown path': (api, text) => api(`/${asPath(text)}/${asPath(text)}`),
  'a page': (api, text) => api(`/claims/${asPath(text)}`),
  'a search': (api, text) => api(`/v1/claims?q=${asPath(text)}`),
  'a filter': (api, text) => api(`/v1/claims?source=${asPath(text)}&about=${asPath(text)}`),
  'a cursor': (api, text) => api(`/v1/claims?cursor=${asPath(text)}`),
  'the name of a parameter': (api, text) => api(`/v1/claims?${asPath(text)}=${asPath(text)}`),
  'an address to look up': (api, text) =>
    api(`/v1/lookup?url=${asPath(`https://example.com/${text}`)}`),
  'a draft': (api, text) => api('/v1/lookup', { body: { text } }),
  'a body that is no JSON': (api, text) =>
    api('/v1/claims', {
      body: `{"text": ${text}`,
      headers: { 'content-type': 'application/json' },
    }),
  'a field': (api, text) => api('/v1/sources', { body: { [text]: text } }),
  'a name': (api, text) => api('/v1/sources', { body: { kind: 'outlet', name: text } }),
  'a title': (api, text) =>
    api('/v1/reports', {
      body: {
        source: 'betrayed',
        kind: 'article',
        url: `https://example.com/${asPath(text)}`,
        title: text,
        lang: 'en',
      },
    }),
  'a claim': (api, text) => api('/v1/claims', { body: { ...claim, speaker: 'betrayed', text } }),
  'a reference': (api, text) => api('/v1/claims', { body: { ...claim, speaker: text, text } }),
  'an import': (api, text) =>
    api('/v1/import', {
      body: JSON.stringify({ type: 'source', kind: 'outlet', name: text }),
      headers: ndjson,
    }),
  'a ref and a namespace': (api, text) =>
    api('/v1/import', {
      body: [
        { type: 'bundle', namespace: `${mark}-namespace` },
        { type: 'source', ref: `${mark}-ref-${randomUUID()}`, kind: 'outlet', name: text },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
      headers: ndjson,
    }),
  'an Idempotency-Key': (api) =>
    api('/v1/sources', {
      body: { kind: 'outlet', name: 'A name of no mark' },
      headers: { 'idempotency-key': `${mark}-${randomUUID()}` },
    }),
  'a key that is none': (api) =>
    api('/v1/claims', { headers: { authorization: `Bearer ${mark}-${randomUUID()}` } }),
  'an If-Match and other headers': (api) =>
    api('/v1/sources/betrayed', {
      method: 'PATCH',
      body: { name: mark },
      headers: {
        'if-match': `"${mark}"`,
        'accept-language': mark,
        'user-agent': mark,
        referer: `https://${mark}.example`,
        'x-request-id': mark,
        'content-type': 'application/merge-patch+json',
      },
    }),
}

describe('the logs of the service and of its database', () => {
  it('hold no word of any request, whatever fails', async ({ api, ownerDb, logged }) => {
    await api('/v1/sources', { body: { kind: 'outlet', name: 'Betrayed', slug: 'betrayed' } })
    const strange = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), {
      numRuns: 40,
      seed: 20_251_203,
    })
    let sent = 0
    const log = await serverLog()
    const before = log?.().length ?? 0
    let failed = 0

    for (const state of states) {
      await betray(ownerDb, state)
      for (const [way, send] of Object.entries(ways)) {
        sent += 1
        // Every third is one that cannot be stored at all.
        const odd = sent % 3 === 0 ? strange[sent % strange.length] : '말'
        const text = `${mark} ${odd?.toWellFormed()} ${randomUUID()}`
        const { status } = await send(api, text)
        if (status >= 500) failed += 1
        const told = [...logged, log?.().slice(before) ?? ''].filter((lines) =>
          lines.includes(mark),
        )
        expect([way, state, told]).toEqual([way, state, []])
      }
    }

    expect(failed).toBeGreaterThan(20)
    expect(logged.length).toBeGreaterThan(100)
  })
})

/** Tables whose rows contain what was sent. */
const betrayed = ['words', 'source', 'source_alias', 'report_page', 'bundle_ref', 'idempotency']

/** Makes each insertion of a marked text fail, with the whole row in every field of the error. */
async function betray(ownerDb: Db, state: string): Promise<void> {
  await sql
    .raw(`
      create or replace function betray() returns trigger language plpgsql as $body$
      begin
        if new::text not like '%${mark}%' then return new; end if;
        raise exception 'refused: "%"', new using errcode = '${state}', detail = new::text,
          hint = new::text, column = 'body', constraint = 'betrayed', table = tg_table_name;
      end
      $body$;
      ${betrayed
        .map(
          (table) => `create or replace trigger a_betrayal before insert on ${table}
            for each row execute function betray();`,
        )
        .join('\n')}
    `)
    .execute(ownerDb)
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
