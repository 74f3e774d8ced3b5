import { describe, expect } from 'vitest'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import {
  claimLine,
  header,
  linkLine,
  mergeLine,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../../support/lines.ts'
import { partOf, readPage } from '../../support/page-parts.ts'
import { it } from '../../support/seed-api.ts'

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true, redirect: 'manual' } as const

describe('the page of a source', () => {
  it('counts what it said, what it took back itself, and what was said of it', async ({
    api,
    db,
  }) => {
    await importLines(db, [
      header('counted'),
      sourceLine('outlet', { slug: 'outlet-c', kind: 'outlet' }),
      sourceLine('firm', { slug: 'firm-c' }),
      claimLine('a', 'outlet', { about: ['firm'] }),
      claimLine('b', 'outlet', { about: ['firm'] }),
      claimLine('c', 'firm', { about: ['firm'] }),
      linkLine('l', 'rebuts', 'c', 'a'),
      withdrawalLine('b'),
    ])

    const page = await readPage(api, '/sources/outlet-c?lang=en')
    const about = await readPage(api, '/sources/firm-c?lang=en')

    expect(partOf(page, 'What it said (2)')).toMatch(
      /Answered or contested by .* \(1\) Withdrawn by its speaker \(1\)|Withdrawn by its speaker \(1\) Answered or contested/,
    )
    expect(partOf(page, 'Taken back or corrected by itself (1)')).toContain('says in b')
    expect(partOf(about, 'What was said of it (3)')).toContain('says in a')
    expect(partOf(about, 'Taken back or corrected by itself (0)')).toContain(
      'Nothing is on record.',
    )
    expect(textOf(page)).not.toMatch(/reliab|credib|trust|\d ?%/i)
  })

  it('says its names, and with what dates it belongs to others', async ({ api, db }) => {
    await importLines(db, [
      header('named'),
      sourceLine('bank', { slug: 'bank-n', name: 'Bank' }),
      sourceLine('ana', {
        slug: 'ana-n',
        kind: 'analyst',
        name: 'Ana',
        names: [{ lang: 'ko', name: '아나' }],
        aliases: ['A. N.'],
        wikidataId: 'Q42',
        affiliations: [{ relation: 'employed_by', source: 'bank', from: '2019', to: '2024-05' }],
      }),
    ])

    const english = textOf(await readPage(api, '/sources/ana-n?lang=en'))
    const korean = await readPage(api, '/sources/ana-n?lang=ko')

    expect(english).toMatch(
      /Analyst Ana Also named: 아나 \(Korean\) · A\. N\. Wikidata Q42 employed by Bank \(from 2019 until May 2024\)/,
    )
    expect(textOf(korean)).toMatch(
      /아나 다른 이름: Ana · A\. N\. .* Bank 재직 \(2019년부터 2024년 5월까지\)/,
    )
    expect(korean).toMatch(/href="http:\/\/counterpoint\.example\/sources\/bank-n\?lang=ko"/)
  })
})

describe('the page of a report', () => {
  it('has its claims at their quotes, and what is left open', async ({ api, refs }) => {
    const page = await readPage(api, `/reports/${refs('newsletter-report')}?lang=en`)

    expect(textOf(page)).toContain('32 claims cited from it, 4 of them answered')
    expect(partOf(page, 'What it says')).toMatch(
      /OpenAI .* AI 스타트업 넵튠AI를 인수하겠다.* relayed/,
    )
    expect(page).toMatch(/href="\/claims\?report=[-\w]+&amp;lang=en">All 32</)
    expect(partOf(page, 'What is left open')).toMatch(
      /is on record\. Silence is not a concession\./,
    )
    expect(partOf(page, 'Relays')).toMatch(/The Information \(3 claims on record\)/)
  })

  it('says by which reports it is relayed', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      header('relayed'),
      sourceLine('paper'),
      sourceLine('echo'),
      reportLine('own', 'paper'),
      reportLine('copy', 'echo', { title: 'The copy' }),
      claimLine('c', 'paper', {
        citations: [quoted('own', 'firsthand'), quoted('copy', 'relay')],
      }),
    ])

    const own = partOf(await readPage(api, `/reports/${refs['own']}?lang=en`), 'Relays')
    const copy = partOf(await readPage(api, `/reports/${refs['copy']}?lang=en`), 'Relays')

    expect(own).toMatch(/by relay: Source echo : The copy \(1 claim on record\)/)
    expect(copy).toMatch(/without a text of theirs: Source paper \(1 claim on record\)/)
  })
})

describe('the page of a link', () => {
  it('says what links what, since when and by whom', async ({ api, refs }) => {
    const page = await readPage(api, `/links/${refs('a')}?lang=en`)
    const step = await readPage(api, `/links/${refs('j')}?lang=en`)

    expect(textOf(page)).toMatch(
      /Microsoft → The Information: answers another point \(the scope\) Nothing on record takes the force from this link\. Entered on /,
    )
    expect(partOf(page, 'In this record')).toMatch(
      /Link entered .* by an administrator|Link entered .* by an editor/,
    )
    expect(textOf(step)).toMatch(
      /The step from one claim to another Investors .* rests on this .*The Information .* contests its grounds \(what it means\) Kirk Materne .* Analyst’s view/,
    )
    expect(
      partOf(await readPage(api, `/links/${refs('h')}?lang=en`), 'What answers this link'),
    ).toMatch(/Kirk Materne .* contests its grounds/)
  })

  it('says that it was dropped, and that it was an entry error', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...notedLines('R(Info→MS) D(MS→MS) E(MS→MS)', '1: D rebuts R; 2: E rebuts R', 'ends'),
      { type: 'end', link: 'link-1', at: '2025-12-20', reason: 'It let go of it.' },
    ])
    await importLines(db, [voidLine({ link: refs['link-2'] ?? '' })])

    const ended = textOf(await readPage(api, `/links/${refs['link-1']}?lang=en`))
    const wrong = await readPage(api, `/links/${refs['link-2']}?lang=en`)
    const voided = textOf(wrong)

    expect(ended).toContain('Dropped by its author (20 December 2025).')
    expect(ended).not.toContain('Nothing on record takes the force')
    expect(voided).toContain('This was entered wrongly.')
    expect(wrong).toContain('<title>[Entry error] MS → Info: ')
  })
})

describe('the page of an event', () => {
  it('says what was entered, with ids that lead somewhere, and which statuses changed', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS) D(MS→MS)', '', 'moving'))
    const { events } = await importLines(db, [
      header('moving-2'),
      linkLine('l', 'rebuts', refs['D'] ?? '', refs['R'] ?? ''),
    ])

    const page = await readPage(api, `/events/${events?.first}?lang=en`)

    expect(textOf(page)).toContain('Link entered')
    expect(page).toContain(`/claims/${refs['R']}?lang=en"><code>${refs['R']}</code>`)
    expect(partOf(page, 'What was entered')).toMatch(/relation rebuts .*to\/claim claim /)
    expect(partOf(page, 'Statuses that changed')).toMatch(
      /Info : .*R .* → Answered or contested by the party it is about/,
    )
  })

  it.for([
    '/events/0',
    '/events/99999999999',
    '/events/x',
    '/links/x',
    '/reports/x',
    '/sources/nobody-here',
  ])('404: %s, with the page for what is not there', async (path, { api }) => {
    const { status, text } = await api(path, asBrowser)

    expect(status).toBe(404)
    expect(text).toContain('<html')
  })
})

it('what was merged leads on, and what was redacted is a tombstone', async ({ api, db }) => {
  const { refs } = await importLines(db, [
    header('gone'),
    sourceLine('one', { slug: 'one-g' }),
    sourceLine('two', { slug: 'two-g' }),
    reportLine('r', 'one', { title: 'Secret title' }),
    mergeLine('source', 'two', 'one'),
  ])
  await api(`/v1/reports/${refs['r']}/redact`, {
    body: { ground: 'erased', statement: 'Removed on request.' },
    headers: { 'if-match': '"1"' },
  })

  const merged = await api('/sources/two-g?lang=ko', asBrowser)
  const gone = await api(`/reports/${refs['r']}?lang=en`, asBrowser)

  expect([merged.status, merged.headers.get('location')]).toEqual([
    301,
    `/sources/${refs['one']}?lang=ko`,
  ])
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Removed on request.')
  expect(gone.text).not.toContain('Secret title')
})

it('pages say where they are, and are not sent again unchanged', async ({ api, refs }) => {
  for (const path of [
    '/sources/microsoft',
    `/reports/${refs('newsletter-report')}`,
    `/links/${refs('a')}`,
    '/events/80',
  ]) {
    const { text, headers } = await api(`${path}?lang=ko`, asBrowser)
    const again = await api(`${path}?lang=ko`, {
      ...asBrowser,
      headers: { accept: 'text/html', 'if-none-match': headers.get('etag') ?? '' },
    })

    expect(text).toContain(
      `<link rel="canonical" href="http://counterpoint.example${path}?lang=ko"/>`,
    )
    expect(text).toContain(`hreflang="en" href="http://counterpoint.example${path}?lang=en"`)
    expect(text).toMatch(/<meta property="og:title" content="[^"]+"/)
    expect(headers.get('surrogate-key')).toMatch(/^record /)
    expect(again.status).toBe(304)
  }
})

function quoted(report: string, attribution: string) {
  return { report, attribution, quote: 'So.' }
}
