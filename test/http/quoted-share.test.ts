import { describe, expect } from 'vitest'
import { amendment, it, read } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'
import { aReport, cite, cited, quoteOf, shareOf, type Report } from '../support/quoted-report.ts'
import { redact } from '../support/redact.ts'

const reason = 'For the test.'

describe('the quoted share of a report', () => {
  it('is null while its length is unknown, and follows once it is entered', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      sourceLine('paper'),
      reportLine('page', 'paper'),
      claimLine('R', 'paper', { citations: [cited('page', 80)] }),
    ])
    const page = refs['page'] ?? ''
    expect(await shareOf(api, page)).toBeNull()

    await api(`/v1/reports/${page}`, amendment({ length: 1000 }, 1))

    expect(await read<Report>(api, `/v1/reports/${page}`)).toMatchObject({
      version: 2,
      length: 1000,
      counts: { quotedShare: 0.08 },
    })
    const { items } = await read<{ items: Report[] }>(api, `/v1/reports?source=${refs['paper']}`)
    expect(items).toMatchObject([{ id: page, counts: { quotedShare: 0.08 } }])
    await expectRightRecord(db)
  })

  it('counts quotes of claims, links, withdrawals and ends, and each passage once', async ({
    api,
    db,
  }) => {
    const { page, R, D, d } = await aReport(db, 0)
    const quote = quoteOf(40)

    await cite(api, R, { report: page, quote })
    await cite(api, D, { report: page, quote })
    await cite(api, D, { report: page, quote: quote.slice(0, 25) })
    expect(await shareOf(api, page)).toBe(0.04)
    await api(`/v1/links/${d}/citations`, { body: cited(page, 20) })
    expect(await shareOf(api, page)).toBe(0.06)
    const ending = { type: 'end', link: d, at: '2026-01-01', reason }
    await importLines(db, [{ ...ending, citations: [cited(page, 30)] }])
    const withdrawal = { type: 'withdrawal', claim: D, at: '2026-01-01', reason }
    await importLines(db, [{ ...withdrawal, citations: [cited(page, 30)] }])
    expect(await shareOf(api, page)).toBe(0.12)
    await expectRightRecord(db)
  })

  const gone = [
    ['its citation is voided', (ids) => ({ type: 'void', citation: ids.citation, reason })],
    ['its claim is voided', ({ Q }) => ({ type: 'void', claim: Q, reason })],
  ] as const satisfies readonly (readonly [
    string,
    (ids: { citation: string; Q: string }) => object,
  ])[]

  it.for(gone)('leaves out a quote once %s', async ([, line], { api, db }) => {
    const { page, Q } = await aReport(db, 0, {}).then(async (ids) => {
      const lines = [claimLine('Q', ids.paper)]
      return { ...ids, Q: (await importLines(db, lines)).refs['Q'] ?? '' }
    })
    const { json } = await cite(api, Q, cited(page, 50))
    expect(await shareOf(api, page)).toBe(0.05)

    await importLines(db, [line({ citation: json.object.id, Q })])

    expect(await shareOf(api, page)).toBe(0)
    await expectRightRecord(db)
  })

  it('leaves out the quotes of a voided link, and of one that hangs from it', async ({
    api,
    db,
  }) => {
    const { page, R, d } = await aReport(db, 0)
    const onto = { to: { link: d }, citations: [cited(page, 30)] }
    await importLines(db, [linkLine('onto', 'undercuts', R, '', onto)])
    await api(`/v1/links/${d}/citations`, { body: cited(page, 20) })
    expect(await shareOf(api, page)).toBe(0.05)

    await importLines(db, [{ type: 'void', link: d, reason }])

    expect(await shareOf(api, page)).toBe(0)
    await expectRightRecord(db)
  })

  it('leaves out what is redacted', async ({ api, db }) => {
    const { page, R } = await aReport(db, 0)
    const one = await cite(api, R, cited(page, 40))
    await cite(api, R, cited(page, 20))

    await redact(db, 'citation', one.json.object.id)

    expect(await shareOf(api, page)).toBe(0.02)
    await expectRightRecord(db)
  })

  it('moves with the quotes of a merged report, and back', async ({ api, db }) => {
    const { page, paper, R } = await aReport(db, 30)
    const { refs } = await importLines(db, [
      reportLine('twin', paper, { length: 500 }),
      claimLine('T', paper, { citations: [cited('twin', 50)] }),
    ])
    const twin = refs['twin'] ?? ''

    const merged = await importLines(db, [mergeLine('report', twin, page, { ref: 'm' })])
    expect(await shareOf(api, page)).toBe(0.08)
    await cite(api, R, cited(page, 10))
    await importLines(db, [{ type: 'void', merge: merged.refs['m'], reason }])

    expect(await shareOf(api, page)).toBe(0.04)
    expect(await shareOf(api, twin)).toBe(0.1)
    await expectRightRecord(db)
  })

  it('is shown to a retry as it was', async ({ api, db }) => {
    const { paper, R } = await aReport(db, 0)
    const body = { source: paper, kind: 'article', title: 'New', lang: 'en', length: 1000 }
    const call = { body, headers: { 'idempotency-key': 'report-once' } }
    const post = async () => (await api<{ object: Report }>('/v1/reports', call)).json.object
    const { id } = await post()
    await cite(api, R, cited(id, 50))

    expect((await post()).counts.quotedShare).toBe(0)
    expect(await shareOf(api, id)).toBe(0.05)
  })

  it('is left of a redacted report, with its length and without its license', async ({
    api,
    db,
  }) => {
    const { page } = await aReport(db, 40, { license: 'Letter of the publisher, 2 May 2026' })
    const exported = async () => {
      const { text } = await api('/v1/export')
      const lines = text.split('\n').map((line): unknown => (line === '' ? {} : JSON.parse(line)))
      return lines.find((line) => Object.entries(line ?? {}).some(([, value]) => value === page))
    }
    expect(await exported()).toMatchObject({ length: 1000, license: expect.stringMatching(/^Let/) })

    await redact(db, 'report', page)

    expect(await exported()).toMatchObject({ type: 'tombstone', of: 'report', length: 1000 })
    expect(await exported()).not.toHaveProperty('license')
    const { status, json } = await api<object>(`/v1/reports/${page}`)
    expect(status).toBe(410)
    expect(json).toMatchObject({ tombstone: { length: 1000, counts: { quotedShare: 0.04 } } })
    await expectRightRecord(db)
  })

  it('changes the ETag of the report', async ({ api, db }) => {
    const { page, d } = await aReport(db, 30)
    const before = await api(`/v1/reports/${page}`)

    await api(`/v1/links/${d}/citations`, { body: cited(page, 20) })

    const headers = { 'if-none-match': before.headers.get('etag') ?? '' }
    expect((await api(`/v1/reports/${page}`, { headers })).status).toBe(200)
  })
})
