import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { isKey } from '../../src/domain/api-key.ts'
import type { Scope } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { it, type Api } from '../support/api.ts'

interface Key {
  readonly id: string
  readonly prefix: string
  readonly secret: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

const source = { kind: 'company', name: 'Initech' }

describe('POST /v1/keys', () => {
  it('201: shows the key once, and stores nothing that reveals it', async ({ api, db }) => {
    const body = { name: 'newsroom', scope: 'edit', expiresAt: '2999-01-01T00:00:00Z' }

    const created = await api<Key>('/v1/keys', { body })

    const { secret, ...shown } = created.json
    expect(created.status).toBe(201)
    expect(created.headers.get('cache-control')).toBe('no-store')
    expect(isKey(secret)).toBe(true)
    expect(shown).toMatchObject({
      name: 'newsroom',
      scope: 'edit',
      prefix: secret.slice(0, 10),
      expiresAt: '2999-01-01T00:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      isBootstrap: false,
    })
    expect(await everythingIn(db)).not.toContain(secret.slice(10))
    expect((await api('/v1/keys')).text).not.toContain(secret.slice(10))
  })

  it('a retry creates no second key and does not tell the first again', async ({ api }) => {
    const headers = { 'idempotency-key': 'one-key' }
    const body = { name: 'retried', scope: 'edit' }

    const first = await api<Key>('/v1/keys', { body, headers })
    const second = await api<Key>('/v1/keys', { body, headers })

    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.json).toMatchObject({ id: first.json.id, secret: null })
    const { json } = await api<{ items: { name: string }[] }>('/v1/keys')
    expect(json.items.filter(({ name }) => name === 'retried')).toHaveLength(1)
  })

  it.for([
    [{ name: '', scope: 'edit' }, '/name'],
    [{ name: 'x', scope: 'root' }, '/scope'],
    [{ name: 'x', scope: 'edit', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ name: 'x', scope: 'edit', hash: 'y' }, '/hash'],
  ] as const)('422: %j, and no key is made', async ([body, pointer], { api }) => {
    const before = (await api('/v1/keys')).text

    const refused = await api<{ errors: unknown[] }>('/v1/keys', { body })

    expect(refused.status).toBe(422)
    expect(refused.json.errors).toMatchObject([{ pointer }])
    expect((await api('/v1/keys')).text).toBe(before)
  })
})

describe('keys of callers who are not administrators', () => {
  it.for(['contribute', 'edit'] as const)(
    '403: a key with the scope %s neither sees, makes nor revokes keys',
    async (scope, { api }) => {
      const key = await aKey(api, scope)
      const headers = { authorization: `Bearer ${key.secret}` }
      const body = { name: 'mine', scope: 'admin' }

      const answers = [
        await api('/v1/keys', { headers }),
        await api('/v1/keys', { headers, body }),
        await api(`/v1/keys/${key.id}/revoke`, { headers, method: 'POST' }),
      ]

      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
      expect((await api('/v1/sources', { headers })).status).toBe(200)
    },
  )

  it('401: the public learns nothing of them', async ({ api }) => {
    expect((await api('/v1/keys', { isPublic: true })).status).toBe(401)
  })
})

describe('the scope of a key', () => {
  it.for([
    ['contribute', 403, 403],
    ['edit', 201, 200],
    ['admin', 201, 200],
  ] as const)(
    '%s: a single write answers %i, an import %i',
    async ([scope, single, whole], { api }) => {
      const { secret } = await aKey(api, scope)
      const headers = { authorization: `Bearer ${secret}` }
      const ndjson = { ...headers, 'content-type': 'application/x-ndjson' }
      const line = JSON.stringify({ type: 'source', ...source, name: `Imported by ${scope}` })

      const body = { ...source, name: `Written by ${scope}` }
      const written = await api('/v1/sources', { headers, body })
      const imported = await api('/v1/import', { headers: ndjson, body: line })

      expect([written.status, imported.status]).toEqual([single, whole])
    },
  )
})

describe('a revoked or expired key', () => {
  it('401 after it was revoked, at once and on reads as well', async ({ api }) => {
    const { id, secret } = await aKey(api, 'edit')
    const headers = { authorization: `Bearer ${secret}` }
    expect((await api('/v1/sources', { headers })).status).toBe(200)

    const revoked = await api<Key>(`/v1/keys/${id}/revoke`, { method: 'POST' })

    expect(revoked.status).toBe(200)
    expect(revoked.json.revokedAt).toMatch(/Z$/)
    expect((await api('/v1/sources', { headers })).status).toBe(401)
    expect((await api(`/v1/keys/${id}/revoke`, { method: 'POST' })).status).toBe(409)
  })

  it('401 after it expired', async ({ api, ownerDb }) => {
    const { id, secret } = await aKey(api, 'edit')
    const headers = { authorization: `Bearer ${secret}` }
    expect((await api('/v1/sources', { headers })).status).toBe(200)

    await sql`update api_key set expires_at = now() where id = ${id}::uuid`.execute(ownerDb)

    expect((await api('/v1/sources', { headers })).status).toBe(401)
  })

  it('404: a key that never was cannot be revoked', async ({ api }) => {
    const path = '/v1/keys/019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10/revoke'

    expect((await api(path, { method: 'POST' })).status).toBe(404)
  })
})

describe('GET /v1/keys', () => {
  it('tells when a key was last used', async ({ api }) => {
    const { id, secret } = await aKey(api, 'edit')
    const lastUse = async () => {
      const { json } = await api<{ items: Key[] }>('/v1/keys')
      return json.items.find((key) => key.id === id)?.lastUsedAt
    }
    expect(await lastUse()).toBeNull()

    await api('/v1/sources', { headers: { authorization: `Bearer ${secret}` } })

    expect(Date.now() - Date.parse((await lastUse()) ?? '')).toBeLessThan(60_000)
  })

  it('gives each key once, page by page', async ({ api }) => {
    for (let count = 0; count < 3; count++) await aKey(api, 'contribute')
    const all = (await api<{ items: Key[] }>('/v1/keys')).json.items.map(({ id }) => id)

    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const cursor: string = next && `&cursor=${next}`
      const page = await api<{ items: Key[]; next: string | null }>(`/v1/keys?limit=2${cursor}`)
      paged.push(...page.json.items.map(({ id }) => id))
      next = page.json.next
    }

    expect(paged).toEqual(all)
  })
})

describe('the audit', () => {
  it('holds who made and who revoked a key, and never the key', async ({ api, db }) => {
    const admin = await aKey(api, 'admin')
    const headers = { authorization: `Bearer ${admin.secret}` }
    const body = { name: 'audited', scope: 'contribute' }

    const { json } = await api<Key>('/v1/keys', { headers, body })
    await api(`/v1/keys/${json.id}/revoke`, { headers, method: 'POST' })

    const { rows } = await sql`
      select kind, actor, body from audit where body ->> 'id' = ${json.id} order by id
    `.execute(db)
    const actor = { role: 'admin', id: admin.id }
    const key = { id: json.id, name: 'audited', scope: 'contribute', prefix: json.prefix }
    expect(rows).toEqual([
      { kind: 'key.created', actor, body: { ...key, isBootstrap: false, expiresAt: null } },
      { kind: 'key.revoked', actor, body: key },
    ])
    expect(JSON.stringify(rows)).not.toContain(json.secret.slice(10))
  })

  it('has no entry for what was refused', async ({ api, db }) => {
    const count = async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from audit`.execute(db)
      return rows[0]?.n
    }
    const { id } = await aKey(api, 'edit')
    await api(`/v1/keys/${id}/revoke`, { method: 'POST' })
    const before = await count()

    await api(`/v1/keys/${id}/revoke`, { method: 'POST' })
    await api('/v1/keys', { body: { name: 'x', scope: 'edit', expiresAt: '2020-01-01T00:00:00Z' } })

    expect(await count()).toBe(before)
  })
})

describe('a key that leaks into an address', () => {
  it.for([
    ['/v1/claims?key=KEY', 400],
    ['/v1/claims?KEY', 400],
    ['/v1/keys?access_token=KEY', 400],
    ['/v1/claims/KEY', 404],
  ] as const)('%s is refused with %i, and not logged', async ([path, status], { api, logged }) => {
    const { secret } = await aKey(api, 'edit')

    const refused = await api(path.replace('KEY', secret))

    expect(refused.status).toBe(status)
    expect(logged.join('')).toContain('/v1/')
    expect(logged.join('')).not.toContain(secret.slice(10))
  })
})

async function aKey(api: Api, scope: Scope): Promise<Key> {
  return (await api<Key>('/v1/keys', { body: { name: `a key to ${scope}`, scope } })).json
}

/** Every row of every table in words. */
async function everythingIn(db: Db): Promise<string> {
  const tables = ['api_key', 'audit', 'idempotency', 'event', 'words', 'outbox']
  const texts = tables.map((table) => sql`select t::text as text from ${sql.table(table)} t`)
  const { rows } = await sql<{ text: string }>`${sql.join(texts, sql` union all `)}`.execute(db)
  return rows.map(({ text }) => text).join('\n')
}
