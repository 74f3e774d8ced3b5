import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { amendment, it as withApi, read, type Api } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { header } from '../support/lines.ts'
import { aMarkedRecord, marks, paths, redaction, type Noun } from '../support/marked-record.ts'
import type { Wrote } from '../support/record.ts'
import { eventBytes, placesOf } from '../support/whole-database.ts'

interface Gone {
  type: string
  status: number
  detail: string
  redaction: { ground: string; statement: string | null; at: string }
  tombstone: Record<string, unknown>
}

const statement = 'By order 2025-1 of the court of Nowhere'
const withheld = { ground: 'withheld', statement }
const erased = { ground: 'erased' }

/** Samples that the planner needs, and that stay until the next ANALYZE. */
const sampled = new Set([
  'pg_stats.bundle_ref.ref',
  'pg_stats.claim_search.tokens',
  'pg_stats.source_alias.tokens',
])

const order: readonly Noun[] = ['citation', 'story', 'link', 'claim', 'report', 'source']
const versions: Readonly<Record<Noun, number>> = {
  citation: 1,
  story: 2,
  link: 2,
  claim: 2,
  report: 2,
  source: 2,
}

const it = withApi.extend('marked', { scope: 'file' }, async ({ api, db, ownerDb }) => {
  const marked = await aMarkedRecord(api, db)
  await sql`analyze`.execute(ownerDb)
  return marked
})

describe('POST …/redact', () => {
  it('401, 403, 404, 412, 422 and 428: refuses, and nothing has changed', async ({
    api,
    db,
    marked,
  }) => {
    const editor = await keyOf(api, 'edit')
    const path = `/v1/claims/${marked.claim}/redact`
    const nobody = '019ac1f2-0000-7000-8000-000000000000'
    const before = await rowCounts(db)

    const call = redaction(2, erased)
    const statuses = [
      await api(path, { ...call, isPublic: true }),
      await api(path, { ...call, headers: { ...call?.headers, authorization: editor } }),
      await api(`/v1/claims/${nobody}/redact`, call),
      await api(`/v1/stories/${marked.claim}/redact`, call),
      await api(path, redaction(1, erased)),
      await api(path, redaction(2, { ground: 'withheld' })),
      await api(path, redaction(2, { ground: 'dislike' })),
      await api(path, { body: erased }),
    ]

    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 404, 404, 412, 422, 422, 428])
    expect(statuses[2]?.text).toBe((await api(`/v1/claims/${nobody}`)).text)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('takes every word of each noun out of the whole database, and no others', async ({
    api,
    db,
    ownerDb,
    marked,
  }) => {
    const events = await eventBytes(db)
    const standing = await derived(db)
    for (const [index, noun] of order.entries()) {
      expect(await placesOf(ownerDb, marks[noun])).not.toEqual([])

      const { status, json, text } = await api<Wrote<{ version: number; redaction: object }>>(
        `/v1/${paths[noun]}/${marked[noun]}/redact`,
        redaction(versions[noun], index % 2 ? withheld : erased),
      )

      expect([noun, status, text]).toEqual([noun, 200, expect.not.stringMatching(marks[noun])])
      expect(json.object).toMatchObject({
        version: versions[noun] + 1,
        redaction: index % 2 ? withheld : { ...erased, statement: null },
      })
      expect(json.statusChanges).toEqual([])
      const places = await placesOf(ownerDb, marks[noun])
      expect([noun, places.filter((place) => !sampled.has(place))]).toEqual([noun, []])
      for (const other of order.slice(index + 1))
        expect(await placesOf(ownerDb, marks[other])).toContain('words')
    }

    await sql`analyze`.execute(ownerDb)
    for (const mark of Object.values(marks)) expect(await placesOf(ownerDb, mark)).toEqual([])
    expect((await eventBytes(db)).slice(0, events.length)).toEqual(events)
    expect(await derived(db)).toEqual(standing)
    await expectRightRecord(db)
  })

  it('409: what has no words left cannot lose them, nor get any', async ({ api, marked }) => {
    const answers = [
      await api(`/v1/claims/${marked.claim}/redact`, redaction(3, erased)),
      await api(`/v1/claims/${marked.claim}`, amendment({ text: 'Zqclaim' }, 3)),
      await api(`/v1/sources/${marked.source}`, amendment({ slug: 'zqsource' }, 3)),
      await api(`/v1/claims/${marked.claim}/citations`, {
        body: { report: marked.report, quote: 'Zqclaim' },
      }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409])
  })

  it('leaves ends of a life possible, and what their reasons say can go as well', async ({
    api,
    ownerDb,
    marked,
  }) => {
    const path = `/v1/stories/${marked.story}`
    await api(`${path}/void`, redaction(3, { reason: 'Zqstory came twice' }))
    expect(await placesOf(ownerDb, marks.story)).toEqual(['words'])

    const { status } = await api(`${path}/redact`, redaction(4, erased))

    expect(status).toBe(200)
    expect(await placesOf(ownerDb, marks.story)).toEqual([])
    expect((await api(`${path}/redact`, redaction(5, erased))).status).toBe(409)
  })

  it('tells of itself in the events, with a hash of the statement, and in the audit log', async ({
    api,
    ownerDb,
    marked,
  }) => {
    const { items } = await read<{ items: { kind: string; object: string; facts: object }[] }>(
      api,
      '/v1/events?limit=200',
    )
    const redactions = items.filter(({ kind }) => kind.endsWith('.redacted'))

    expect(redactions).toMatchObject([
      { kind: 'citation.redacted', object: marked.citation, facts: erased, texts: {} },
      { kind: 'story.redacted', texts: { '/statement': expect.any(String) } },
      { kind: 'link.redacted' },
      { kind: 'claim.redacted', object: marked.claim, facts: { ground: 'withheld' } },
      { kind: 'citation.redacted', facts: { ground: 'withheld' } },
      { kind: 'report.redacted' },
      { kind: 'source.redacted' },
      { kind: 'story.redacted', facts: erased },
    ])
    const { rows } = await sql<{ body: object }>`
      select body from audit where kind = 'object.redacted' order by id
    `.execute(ownerDb)
    expect(rows.map(({ body }) => body)).toContainEqual({
      type: 'claim',
      object: marked.claim,
      ground: 'withheld',
      citations: [expect.any(String)],
    })
  })

  it('gives a retry of an earlier write its answer again, without the words', async ({
    api,
    marked,
  }) => {
    const { status, json } = await api<Wrote<{ claim: ClaimView }>>(
      marked.filed.path,
      marked.filed.call,
    )

    expect(status).toBe(201)
    expect(json.object.claim).toMatchObject({ id: marked.claim, version: 1, text: null })
  })
})

describe('a read of what was redacted', () => {
  it('410 with the tombstone, or 451 with the public statement; nobody stores either', async ({
    api,
    marked,
  }) => {
    const read = async (path: string) => {
      const { headers, json } = await api<Gone>(path, {
        isPublic: true,
        headers: { 'if-none-match': '*' },
      })
      return { cache: headers.get('cache-control'), etag: headers.get('etag'), ...json }
    }
    const seq = (await api<{ items: { seq: number }[] }>('/v1/events?after=10&limit=1')).json
      .items[0]?.seq
    const claim = await read(`/v1/claims/${marked.claim}`)

    expect(claim).toMatchObject({
      status: 451,
      type: 'http://counterpoint.example/problems/legally-withheld',
      cache: 'no-store',
      etag: null,
      detail: statement,
      redaction: { ...withheld, at: expect.any(String) },
      tombstone: {
        type: 'claim',
        id: marked.claim,
        kind: 'figure',
        speaker: marked.source,
        status: 'disputed',
        cites: [marked.reported],
      },
    })
    for (const path of [
      `/v1/claims/${marked.claim}?asOf=${seq}`,
      `/v1/claims/${marked.claim}/history`,
      `/v1/stories/${marked.story}`,
      `/v1/reports/${marked.report}`,
      `/v1/sources/${marked.source}`,
      `/v1/links/${marked.link}`,
    ]) {
      const { status, cache, tombstone } = await read(path)
      expect([path, [410, 451].includes(status), cache]).toEqual([path, true, 'no-store'])
      expect(JSON.stringify(tombstone)).not.toMatch(/zq/i)
    }
    expect(await read(`/v1/links/${marked.link}`)).toMatchObject({
      status: 410,
      detail: 'These words were erased for privacy.',
      tombstone: { type: 'link', relation: 'rebuts', from: marked.claim, label: 'IN' },
    })
  })

  it('404: by the slug that it had, and by the slug of that time', async ({ api, marked }) => {
    expect((await api('/v1/sources/zqsource')).status).toBe(404)
    expect((await api('/v1/stories/zqstory?asOf=20')).status).toBe(404)
    const slug = `redacted-${marked.source.replaceAll('-', '')}`
    expect((await api(`/v1/sources/${slug}`)).status).toBe(451)
    const body = { kind: 'outlet', name: 'Another', slug }
    expect((await api('/v1/sources', { body })).status).toBe(422)
  })
})

describe('what stands around something redacted', () => {
  it('keeps its shape: lists, counterpoints, graph and reports without the words', async ({
    api,
    marked,
  }) => {
    const claim = {
      id: marked.claim,
      text: null,
      texts: [],
      figure: null,
      rating: null,
      status: 'disputed',
      speaker: { id: marked.source, name: null },
      citations: [{ quote: null, report: { id: marked.report, title: null, url: null } }],
      redaction: withheld,
    }
    const items = { items: [claim] }

    expect(await read(api, `/v1/claims?source=${marked.source}`)).toMatchObject(items)
    expect(await read(api, `/v1/claims/${marked.reported}/counterpoints`)).toMatchObject({
      items: [{ claim, link: { id: marked.link, note: null, redaction: erased } }],
    })
    expect(await read(api, `/v1/claims/${marked.claim}/counterpoints`)).toMatchObject({
      items: [
        { direction: 'from', claim: { id: marked.reported } },
        { direction: 'onto', claim: { id: marked.qualifying, text: 'Of some targets' } },
      ],
    })
    expect(await read(api, `/v1/claims/${marked.claim}/graph`)).toMatchObject({
      nodes: expect.arrayContaining([expect.objectContaining({ id: marked.claim, text: null })]),
    })
    expect(await read(api, `/v1/reports/${marked.report}/claims`)).toMatchObject({
      items: [{ id: marked.qualifying }, { id: marked.claim, text: null }, { id: marked.reported }],
    })
    expect(await read(api, '/v1/sources')).toMatchObject({
      items: [{ id: marked.source, name: null, aliases: [], url: null }, { name: 'Info' }],
    })
    expect(await read(api, '/v1/reports')).toMatchObject({
      items: [{ id: marked.report, title: null, counts: { claims: 3, answered: 2 } }],
    })
  })

  it('is no longer found by the words', async ({ api }) => {
    for (const path of [
      '/v1/claims?q=zqclaim',
      '/v1/claims?q=zqsource',
      '/v1/lookup?url=https://info.example/zqreport',
    ])
      expect(await read(api, path)).toMatchObject({ items: [] })
    const draft = { text: 'Zqclaim, amended, Zqclaim 목표는 그대로다' }
    expect((await api('/v1/lookup', { body: draft, isPublic: true })).json).toMatchObject({
      items: [],
    })
  })

  it('explains without the words, in English and Korean, then as now', async ({ api, marked }) => {
    const { items } = await read<{ items: { seq: number; kind: string }[] }>(
      api,
      '/v1/events?limit=200',
    )
    const before = items.find(({ kind }) => kind.endsWith('.redacted'))?.seq ?? 0
    for (const asOf of ['', `&asOf=${before - 1}`]) {
      const say = async (lang: string) =>
        (await read<ClaimView>(api, `/v1/claims/${marked.reported}?lang=${lang}${asOf}`))
          .explanation?.text

      expect(await say('en')).toBe(
        'A source whose name was removed, whom this is about, denied it (5 December 2025); no withdrawal by Info is on record.',
      )
      expect(await say('ko')).toBe(
        '당사자인 이름이 삭제된 출처가 2025년 12월 5일 이를 부인했으며, Info의 철회 기록은 없습니다.',
      )
    }
  })

  it('gets another ETag, so that nobody keeps the words', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      { type: 'source', ref: 's', kind: 'person', name: 'Kim' },
      { type: 'report', ref: 'r', source: 's', kind: 'post', title: 'A post', lang: 'en' },
      {
        type: 'claim',
        ref: 'c',
        kind: 'opinion',
        speaker: 's',
        about: [],
        text: 'So I think',
        lang: 'en',
        assertedAt: '2025',
        citations: [{ report: 'r', quote: 'So I think' }],
      },
    ])
    const tag = async () => (await api(`/v1/claims/${refs['c']}`)).headers.get('etag') ?? ''

    for (const path of [`/v1/sources/${refs['s']}`, `/v1/reports/${refs['r']}`]) {
      const before = await tag()
      await api(`${path}/redact`, redaction(1, erased))

      const headers = { 'if-none-match': before }
      expect((await api(`/v1/claims/${refs['c']}`, { headers })).status).toBe(200)
    }
    expect(await read(api, `/v1/claims/${refs['c']}?lang=en`)).toMatchObject({
      title: 'A source whose name was removed: So I think',
    })
  })
})

describe('an import under the ref of what was redacted', () => {
  const source = { type: 'source', ref: 'info', kind: 'outlet', name: 'Info' }

  it('brings no words back, be they the same or others', async ({ db, marked }) => {
    const again = { type: 'report', ref: 'zqreport', source: 'info', kind: 'note', lang: 'en' }
    const lines = (title: string) => [header('marked'), source, { ...again, title }]
    const before = await rowCounts(db)

    const { code, faults } = await refusalOf(db, lines('Zqreport'))

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ line: 3, pointer: '/ref', code: 'redacted' }])
    expect(await rowCounts(db)).toEqual(before)
    const skipped = await importLines(db, lines('Other'), { onError: 'skip' })
    expect(skipped).toMatchObject({ accepted: 1, refused: [{ line: 3 }], events: null })
    expect(marked.report).not.toBe('')
  })

  it('others may still refer to it by that ref', async ({ db, marked }) => {
    const claim = { kind: 'fact', text: 'New', lang: 'en', assertedAt: '2025-12-09' }
    const { refs } = await importLines(db, [
      { type: 'bundle', namespace: 'marked' },
      { type: 'claim', ref: 'new', ...claim, speaker: 'info', about: ['zqsource'] },
    ])

    const { rows } = await sql<{ about: string }>`
      select source_id as about from claim_about where claim_id = ${refs['new']}
    `.execute(db)
    expect(rows).toEqual([{ about: marked.source }])
  })
})

async function keyOf(api: Api, scope: string): Promise<string> {
  const { json } = await api<{ secret: string }>('/v1/keys', { body: { name: scope, scope } })
  return `Bearer ${json.secret}`
}

/** Everything that follows from the record. */
async function derived(db: Parameters<typeof rowCounts>[0]): Promise<unknown> {
  const claims = await sql`
    select id, label, status, status_since, cites, account, badges, changed_at, rebuts
    from claim order by id
  `.execute(db)
  const history = await sql`select * from status_history order by claim_id, seq`.execute(db)
  const nodes = await sql`select * from node order by id`.execute(db)
  return [claims.rows, history.rows, nodes.rows]
}
