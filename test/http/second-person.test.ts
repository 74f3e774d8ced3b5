import { describe, expect, onTestFinished } from 'vitest'
import type { SecondPerson } from '../../src/actions/record/submissions.ts'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { listen } from '../../src/http/socket/listen.ts'
import type { Db } from '../../src/store/database/db.ts'
import { adminKey, apiAt } from '../support/calls.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { quarrel } from '../support/lines.ts'
import { tracesIn } from '../support/traces.ts'

const submission = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10'

/** The service on a socket, with an editor's key, and with somebody to submit things to or without. */
async function serve(db: Db, secondPerson?: SecondPerson) {
  await setBootstrapKey(db, adminKey)
  const log = createLog('fatal', { write: () => {} })
  const publicUrl = new URL('http://counterpoint.example')
  const app = createApp({
    db,
    log,
    publicUrl,
    secondPerson,
    isServing: () => true,
    checksAnswers: true,
  })
  const server = await listen(app, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.stop(0))
  const api = apiAt(`http://127.0.0.1:${server.port}`)
  const body = { name: 'an editor', scope: 'edit' }
  const { json } = await api<{ id: string; secret: string }>('/v1/keys', { body })
  return { api, editor: { id: json.id, headers: { authorization: `Bearer ${json.secret}` } } }
}

describe('a write that takes a second person', () => {
  it('is refused where nobody takes submissions', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const { api, editor } = await serve(db)
    const before = await tracesIn(db)

    const { status, text } = await api(`/v1/claims/${refs['story'] ?? ''}/void`, {
      headers: { ...editor.headers, 'if-match': '"1"' },
      body: { reason: 'Entered twice.' },
    })

    expect([status, text]).toEqual([409, expect.stringContaining('second-person')])
    expect(await tracesIn(db)).toEqual(before)
    const description = await api<{ paths: Record<string, Record<string, object>> }>(
      '/openapi.json',
    )
    expect(JSON.stringify(description.json)).not.toContain('"202"')
  })

  it('is submitted, with all that it takes to do it, and leaves the record as it was', async ({
    db,
  }) => {
    const { refs } = await importLines(db, quarrel())
    const submitted: object[] = []
    const { api, editor } = await serve(db, {
      submit: async (write) => {
        submitted.push(write)
        return { id: submission }
      },
    })
    const before = await tracesIn(db)
    const path = `/v1/claims/${refs['story'] ?? ''}/void`
    const call = {
      headers: { ...editor.headers, 'if-match': '"1"', 'idempotency-key': 'once' },
      body: { reason: 'Entered twice.' },
    }

    const { status, json, headers } = await api(path, call)

    expect([status, json]).toEqual([202, { submission: { id: submission } }])
    for (const name of ['location', 'etag', 'counterpoint-seq'])
      expect(headers.get(name)).toBeNull()
    expect(submitted).toEqual([
      {
        actor: { role: 'edit', id: editor.id },
        idempotent: { apiKeyId: editor.id, key: 'once', requestHash: expect.any(String) },
        reasons: expect.arrayContaining([expect.stringContaining('from unchallenged to nothing')]),
        request: {
          operation: 'voidClaim',
          params: { id: refs['story'] },
          query: {},
          body: { reason: 'Entered twice.' },
          versions: [1],
        },
      },
    ])
    expect(await tracesIn(db)).toEqual(before)
    expect((await api(`${path}?preview=true`, call)).status).toBe(409)
    const description = await api('/openapi.json')
    expect(JSON.stringify(description.json)).toContain('"202"')
  })

  it('is written at once where it needs none', async ({ db }) => {
    const { api, editor } = await serve(db, {
      submit: () => Promise.reject(new Error('Nothing was to be submitted.')),
    })

    const { status } = await api('/v1/sources', {
      headers: editor.headers,
      body: { kind: 'company', name: 'Initech' },
    })

    expect(status).toBe(201)
  })
})
