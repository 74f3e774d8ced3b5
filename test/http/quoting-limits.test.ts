import { describe, expect } from 'vitest'
import { it as withApi, amendment, read } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { claimLine, reportLine, sourceLine } from '../support/lines.ts'
import {
  aReport,
  cite,
  cited,
  quoteOf,
  shareOf,
  type Problem,
  type Report,
  type Warning,
  type Written,
} from '../support/quoted-report.ts'

const reason = 'For the test.'
const ndjson = { 'content-type': 'application/x-ndjson' }
const it = withApi.extend('editor', { scope: 'file' }, async ({ api }) => {
  const body = { name: 'editor', scope: 'edit' }
  const { json } = await api<{ secret: string }>('/v1/keys', { body })
  return { authorization: `Bearer ${json.secret}` }
})

describe('a write that quotes much', () => {
  it('is warned above 15 %, and not below, nor when it adds nothing', async ({
    api,
    db,
    editor,
  }) => {
    const { page, R } = await aReport(db, 0)
    const quote = quoteOf(150)

    expect((await cite(api, R, { report: page, quote }, editor)).json.warnings).toEqual([])
    const { json } = await cite(api, R, cited(page, 12), editor)
    expect(json.warnings).toEqual([
      {
        kind: 'quoted_share',
        report: page,
        quotedShare: 0.162,
        message: `The quotes on record cover 16.2 % of report ${page} (162 of 1,000 characters). Quote only what carries a claim: an editor may take them to 30 %, or further if the report notes a licence.`,
      },
    ])
    expect((await cite(api, R, { report: page, quote }, editor)).json.warnings).toEqual([])
  })

  it('is refused when all quotes of a report are too long together, whatever its license says', async ({
    api,
    db,
    editor,
  }) => {
    const { refs } = await importLines(db, [
      sourceLine('chronicle'),
      reportLine('long', 'chronicle', { length: 1_000_000, license: 'CC0 1.0' }),
      claimLine('said', 'chronicle'),
      ...Array.from({ length: 6 }, (_, nth) =>
        claimLine(`full${nth}`, 'chronicle', { citations: longCitations(nth) }),
      ),
    ])

    const body = { report: refs['long'], quote: 'One more.' }
    const { status, json } = await cite(api, refs['said'] ?? '', body, editor)

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ code: 'quotes-too-much' }])
    expect(json.errors[0]?.message).toContain('may have 200,000, whatever its license permits')
  })

  it('repeats its warning when it is retried', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 0)
    const body = cited(page, 200)
    const headers = { ...editor, 'idempotency-key': 'once-more' }
    const first = await cite(api, R, body, headers)

    const again = await cite(api, R, body, headers)

    expect(again.json.warnings).toEqual(first.json.warnings)
    expect(again.json.warnings).toHaveLength(1)
  })

  it('is refused above 30 % by an editor, and changes nothing', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 290)
    const body = cited(page, 11)

    const { status, json } = await cite(api, R, body, editor)

    expect(status).toBe(422)
    const message = `With this quote, the quotes on record would cover 30.1 % of report ${page} (301 of 1,000 characters). Without a licence they may cover 30 %: shorten it to what carries the claim, or note on the report, as its license, what permits more.`
    expect(json.errors).toEqual([{ pointer: '/quote', code: 'quotes-too-much', message }])
    expect(await shareOf(api, page)).toBe(0.29)
    expect((await cite(api, R, cited(page, 10), editor)).status).toBe(201)
    await expectRightRecord(db)
  })

  it('is refused in a preview too', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 290)
    const call = { body: cited(page, 20), headers: editor }

    const { status } = await api(`/v1/claims/${R}/citations?preview=true`, call)

    expect(status).toBe(422)
  })

  it('may repeat what is quoted already, however much that is', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 0)
    const quote = quoteOf(400)
    await cite(api, R, { report: page, quote })

    const { status } = await cite(api, R, { report: page, quote: quote.slice(0, 90) }, editor)

    expect(status).toBe(201)
  })

  it('names the place of the quote in a counterpoint, a claim and a withdrawal', async ({
    api,
    db,
    editor,
  }) => {
    const { page, R, firm, paper } = await aReport(db, 290)
    const claim = { kind: 'fact', about: [], text: 'Another.', lang: 'en', assertedAt: '2026' }
    const send = async (path: string, body: object) =>
      (await api<Problem>(path, { body, headers: editor })).json.errors

    const counterpoint = { claim: { ...claim, speaker: firm }, citation: cited(page, 60) }
    expect(
      await send(`/v1/claims/${R}/counterpoints`, { relation: 'rebuts', ...counterpoint }),
    ).toMatchObject([{ pointer: '/citation/quote', code: 'quotes-too-much' }])
    const citations = [cited(page, 5), cited(page, 60)]
    expect(await send('/v1/claims', { ...claim, speaker: paper, citations })).toMatchObject([
      { pointer: '/citations/1/quote', code: 'quotes-too-much' },
    ])
    const mine = await api<Written>('/v1/claims', {
      body: { ...claim, text: 'Mine.', speaker: paper },
      headers: editor,
    })
    const withdrawal = { at: '2026-02-01', reason, citation: cited(page, 60) }
    const { json } = await api<Problem>(`/v1/claims/${mine.json.object.id}/withdraw`, {
      body: withdrawal,
      headers: { ...editor, 'if-match': '"1"' },
    })
    expect(json.errors).toMatchObject([{ pointer: '/citation/quote', code: 'quotes-too-much' }])
  })

  it('keeps the lines of a bundle that do not go too far, with onError=skip', async ({
    api,
    db,
    editor,
  }) => {
    const { page, paper } = await aReport(db, 200)
    const line = (ref: string, length: number) =>
      JSON.stringify(claimLine(ref, paper, { citations: [cited(page, length)] }))
    const body = [line('one', 90), line('two', 20), line('three', 10)].join('\n')
    const call = { body, headers: { ...ndjson, ...editor } }

    const refused = await api<Problem>('/v1/import', call)
    expect(refused.status).toBe(422)
    expect(refused.json.errors).toMatchObject([
      { line: 2, pointer: '/citations/0/quote', code: 'quotes-too-much' },
      { line: 3, pointer: '/citations/0/quote', code: 'quotes-too-much' },
    ])
    expect(await shareOf(api, page)).toBe(0.2)

    const { json } = await api<{ new: number; refused: object[]; warnings: Warning[] }>(
      '/v1/import?onError=skip',
      call,
    )
    expect(json).toMatchObject({ new: 1, refused: [{ line: 2 }, { line: 3 }] })
    expect(json.warnings).toMatchObject([{ report: page, quotedShare: 0.29 }])
    expect(await shareOf(api, page)).toBe(0.29)
  })

  it('is only warned if an administrator makes it', async ({ api, db }) => {
    const { page, R, advice } = await aReport(db, 310)
    expect(advice.warnings).toMatchObject([{ report: page, quotedShare: 0.31 }])

    const { status, json } = await cite(api, R, cited(page, 100))

    expect(status).toBe(201)
    expect(json.warnings).toMatchObject([{ quotedShare: 0.41 }])
    expect(json.warnings[0]?.message).toContain('Without a licence they may cover 30 %')
  })

  it('may quote all of what a speaker published in its own cause', async ({ api, db, editor }) => {
    const { page, D, R, firm, advice } = await aReport(db, 200, { kind: 'statement', by: 'firm' })
    expect(advice.warnings).toEqual([])

    const own = await cite(api, D, cited(page, 600), editor)
    expect([own.status, own.json.warnings]).toEqual([201, []])
    const claim = { kind: 'fact', speaker: firm, about: [], text: 'More.', lang: 'en' }
    const citations = [cited(page, 100)]
    const body = { ...claim, assertedAt: '2026', citations }
    expect((await api('/v1/claims', { body, headers: editor })).status).toBe(201)
    // Another's words in it are not, even if they are entered as if they were.
    expect((await cite(api, R, cited(page, 50), editor)).status).toBe(422)
    const asOwn = cited(page, 50, { attribution: 'firsthand' })
    expect((await cite(api, R, asOwn, editor)).status).toBe(422)
    expect(await shareOf(api, page)).toBe(0.9)
  })

  it('may quote all of what somebody published who speaks for the speaker', async ({
    api,
    db,
    editor,
  }) => {
    const { firm, D, d } = await aReport(db, 0)
    const speaks = { relation: 'speaks_for', source: firm }
    const { refs } = await importLines(db, [
      sourceLine('voice', { kind: 'person', affiliations: [speaks] }),
      reportLine('post', 'voice', { kind: 'post', length: 1000 }),
    ])
    const whole = (length: number) =>
      cited(refs['post'] ?? '', length, { attribution: 'firsthand' })

    expect((await cite(api, D, whole(500), editor)).status).toBe(201)
    const call = { body: whole(400), headers: editor }
    expect((await api(`/v1/links/${d}/citations`, call)).status).toBe(201)
  })

  it('may quote all that a company’s statement has of its spokesperson', async ({
    api,
    db,
    editor,
  }) => {
    const { firm } = await aReport(db, 0)
    const speaks = { relation: 'speaks_for', source: firm }
    const { refs } = await importLines(db, [
      sourceLine('kim', { kind: 'person', affiliations: [speaks] }),
      sourceLine('guest', { kind: 'person' }),
      reportLine('release', firm, { kind: 'statement', length: 50 }),
      reportLine('paper', firm, { kind: 'article', length: 50 }),
    ])
    const enter = async (speaker: string, report: string) => {
      const claim = { kind: 'fact', about: [], text: 'Ours.', lang: 'en', assertedAt: '2026' }
      const citations = [cited(refs[report] ?? '', 40)]
      const body = { ...claim, speaker: refs[speaker], citations, confirm: ['new'] }
      return (await api('/v1/claims', { body, headers: editor })).status
    }

    expect(await enter('kim', 'release')).toBe(201)
    expect(await enter('guest', 'release')).toBe(422)
    expect(await enter('kim', 'paper')).toBe(422)
    await expectRightRecord(db)
  })

  it('is measured with what is shown before and after it', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 200)
    const few = { prefix: quoteOf(16), suffix: quoteOf(16) }
    const many = { prefix: quoteOf(40), suffix: quoteOf(60) }

    expect((await cite(api, R, cited(page, 10, few), editor)).status).toBe(201)
    expect(await shareOf(api, page)).toBe(0.21)
    const refused = await cite(api, R, cited(page, 10, many), editor)
    expect(refused.json.errors).toMatchObject([{ pointer: '/quote', code: 'quotes-too-much' }])
    expect((await cite(api, R, cited(page, 10, { prefix: many.prefix }), editor)).status).toBe(201)
    expect(await shareOf(api, page)).toBe(0.26)
    await expectRightRecord(db)
  })

  it('may quote more if a licence is noted, which an editor may fill in but not replace', async ({
    api,
    db,
    editor,
  }) => {
    const { page, R } = await aReport(db, 290)
    const patch = (license: string, version: number) => {
      const { headers, ...call } = amendment({ license }, version)
      return api<Written>(`/v1/reports/${page}`, { ...call, headers: { ...headers, ...editor } })
    }

    expect((await patch('CC BY 4.0', 1)).status).toBe(200)

    expect(await read<Report>(api, `/v1/reports/${page}`)).toMatchObject({ license: 'CC BY 4.0' })
    const { status, json } = await cite(api, R, cited(page, 300), editor)
    expect([status, json.warnings]).toEqual([201, []])
    expect((await patch('None', 2)).status).toBe(409)
  })

  it('cannot pass the limit together with another', async ({ api, db, editor }) => {
    const { page, R } = await aReport(db, 0)

    const all = await Promise.all(
      Array.from({ length: 12 }, () => cite(api, R, cited(page, 50), editor)),
    )

    expect(Map.groupBy(all, ({ status }) => status).get(201)).toHaveLength(6)
    expect(await shareOf(api, page)).toBe(0.3)
    await expectRightRecord(db)
  })
})

function longCitations(claim: number) {
  return Array.from({ length: 8 }, (_, nth) => {
    const words = `${1_000 + claim * 8 + nth} `.repeat(4_800)
    return { report: 'long', quote: words.slice(0, 4_800).trim() }
  })
}
