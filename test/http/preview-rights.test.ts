import { describe, expect } from 'vitest'
import { it, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, quarrel, sourceLine } from '../support/lines.ts'
import { tracesIn } from '../support/traces.ts'

const source = { kind: 'company', name: 'Initech' }

async function headersOf(api: Api, scope: string): Promise<Record<string, string>> {
  const { json } = await api<{ secret: string }>('/v1/keys', { body: { name: scope, scope } })
  return { authorization: `Bearer ${json.secret}` }
}

function voidBy(key: Record<string, string>) {
  return { headers: { ...key, 'if-match': '"1"' }, body: { reason: 'Entered twice.' } }
}

describe('a preview', () => {
  it.for([
    ['contribute', '/v1/sources', 200],
    ['edit', '/v1/sources', 200],
    ['contribute', '/v1/keys', 403],
    ['edit', '/v1/keys', 403],
  ] as const)(
    'with the scope %s at %s is answered with %i',
    async ([scope, path, expected], { api }) => {
      const headers = await headersOf(api, scope)
      const body = path === '/v1/keys' ? { name: 'k', scope: 'edit' } : source

      expect((await api(`${path}?preview=true`, { headers, body })).status).toBe(expected)
    },
  )

  it('is all that a key with the scope contribute may ask of a write', async ({ api }) => {
    const headers = await headersOf(api, 'contribute')

    for (const path of ['/v1/sources', '/v1/sources?preview=false'])
      expect((await api(path, { headers, body: source })).status).toBe(403)
    expect((await api('/v1/sources?preview=yes', { body: source })).status).toBe(400)
    expect((await api('/v1/sources?preview=true', { body: source, isPublic: true })).status).toBe(
      401,
    )
  })

  it('shows a contributor what takes a second person, whom there will be, and refuses an editor', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, quarrel())
    const [contributor, editor] = [await headersOf(api, 'contribute'), await headersOf(api, 'edit')]
    const path = `/v1/claims/${refs['story'] ?? ''}/void?preview=true`
    const before = await tracesIn(db)

    const shown = await api<{ statusChanges: object[]; explained: object[] }>(
      path,
      voidBy(contributor),
    )
    const refused = await api(path, voidBy(editor))

    expect(shown.json.statusChanges).toEqual([
      { claim: refs['story'], from: 'unchallenged', to: null },
    ])
    expect(shown.json.explained).toEqual([
      {
        claim: refs['story'],
        before: expect.objectContaining({ status: 'unchallenged' }),
        after: { status: null, statusLabel: null, explanation: null },
      },
    ])
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('second-person')])
    expect(await tracesIn(db)).toEqual(before)
  })

  it('needs no Idempotency-Key, and leaves one that comes with it to the write', async ({
    api,
  }) => {
    const headers = { 'idempotency-key': 'the-same-one' }

    const shown = await api('/v1/sources?preview=true', { headers, body: source })
    const written = await api('/v1/sources', { headers, body: source })

    expect([shown.status, written.status]).toEqual([200, 201])
  })

  it('of an amendment wants If-Match, as the amendment does', async ({ api }) => {
    const { json } = await api<{ object: { id: string } }>('/v1/sources', {
      body: { ...source, name: 'Umbrella' },
    })
    const path = `/v1/sources/${json.object.id}?preview=true`
    const call = { method: 'PATCH', body: { name: 'Umbrella Group' } }

    const [without, stale, right] = [
      await api(path, call),
      await api(path, { ...call, headers: { 'if-match': '"9"' } }),
      await api<{ object: { name: string; version: number } }>(path, {
        ...call,
        headers: { 'if-match': '"1"' },
      }),
    ]

    expect([without.status, stale.status, right.status]).toEqual([428, 412, 200])
    expect(right.json.object).toMatchObject({ name: 'Umbrella Group', version: 2 })
  })

  it('tells its sentences in the language that was asked for', async ({ api, db }) => {
    const { refs } = await importLines(db, quarrel())
    const body = { relation: 'rebuts', from: refs['denial'], to: { claim: refs['story'] } }

    const { text } = await api('/v1/links?preview=true&lang=ko', { body })

    expect(text).toMatch(/[가-힣]+/)
    expect(text).toContain('"lang":"ko"')
  })

  it('tells of claims that quote a status that moves, over whatever joins them', async ({
    api,
    db,
  }) => {
    const lines = [
      ...quarrel(),
      claimLine('view', 'lab', { kind: 'opinion', about: ['firm'] }),
      claimLine('echo', 'lab', { about: ['firm'] }),
      claimLine('rival', 'lab', { about: ['firm'] }),
      linkLine('restated', 'restates', 'echo', 'story'),
      linkLine('rests', 'relies_on', 'view', 'echo'),
      linkLine('doubted', 'rebuts', 'rival', 'story'),
    ]
    const { refs } = await importLines(db, lines)
    const body = { relation: 'rebuts', from: refs['denial'], to: { claim: refs['story'] } }
    const sentences = async () => {
      const { json } = await api<{ items: { id: string; explanation: { text: string } }[] }>(
        '/v1/claims?limit=200',
      )
      return new Map(json.items.map(({ id, explanation }) => [id, explanation?.text]))
    }
    const before = await sentences()

    const shown = await api<{ explained: { claim: string }[]; isCut: boolean }>(
      '/v1/links?preview=true',
      { body },
    )
    await api('/v1/links', { body })

    const after = await sentences()
    const changed = [...after].filter(([id, text]) => text !== before.get(id)).map(([id]) => id)
    expect(changed).toContain(refs['view'])
    expect(shown.json.explained.map(({ claim }) => claim)).toEqual(expect.arrayContaining(changed))
    expect(shown.json.isCut).toBe(false)
  })

  it('is refused where it would hold the record for long', async ({ api }) => {
    const headers = {
      ...(await headersOf(api, 'contribute')),
      'content-type': 'application/x-ndjson',
    }
    const lines = Array.from({ length: 501 }, (_, index) =>
      JSON.stringify(sourceLine(`source ${index}`)),
    )

    const { status, text } = await api('/v1/import?preview=true', {
      headers,
      body: lines.join('\n'),
    })

    expect([status, text]).toEqual([422, expect.stringContaining('at most 500 lines')])
  })

  it.for(['TRUE', '', '1', 'true&preview=true', 'false&preview=true'])(
    'with the value %s is a mistake in the query, not of the key',
    async (value, { api }) => {
      const headers = await headersOf(api, 'contribute')

      const { status, text } = await api(`/v1/sources?preview=${value}`, { headers, body: source })

      expect([status, text]).toEqual([400, expect.stringContaining('/preview')])
    },
  )
})
