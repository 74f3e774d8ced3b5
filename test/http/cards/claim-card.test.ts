import { gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import type { Api, Called } from '../../support/api.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../../support/lines.ts'
import { notedLines } from '../../support/noted-lines.ts'
import { it } from '../../support/seed-api.ts'

async function cardOf(api: Api, id: string, query = ''): Promise<Called<unknown>> {
  const called = await api(`/embed/claims/${id}${query}`, { isPublic: true })
  expect(called.status).toBe(200)
  return called
}

async function textOfCard(api: Api, id: string, query = ''): Promise<string> {
  return textOf((await cardOf(api, id, query)).text)
}

describe('the card of a claim', () => {
  it('says who asserted what and when, where it stands and who answered', async ({ api, refs }) => {
    const english = await textOfCard(api, refs('R1'), '?lang=en')

    for (const said of [
      'The Information · Claim · 3 December 2025',
      'Some business units within Microsoft lowered sales targets for certain AI products',
      'Translated from Korean. Original (Korean): MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다',
      'Microsoft answers another point (the scope) · this one is open',
      'answered on the scope and contested its grounds (3 December 2025); on the claim itself no answer by Microsoft is on record.',
      'Left open: “some business units” · “lowered” · “sales (growth) targets” · “certain AI products”',
      'Microsoft · The party’s response · Claim · 3 December 2025',
      'Accounts differ · answers another point (the scope)',
      'The party’s response · contests its grounds',
      'adds context (what it means, even if so)',
      'status unchanged',
    ])
      expect(english).toContain(said)
    expect(english).toMatch(/As of \d+ \w+ \d{4}, \d\d:\d\d UTC/)
    expect(english).not.toMatch(/asked|did not answer|no comment/)
  })

  it('leads to the page of the claim', async ({ api, refs }) => {
    const { text } = await cardOf(api, refs('R1'))

    const links = [...text.matchAll(/<a [^>]*>/g)].map(([tag]) => tag)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toContain('rel="nofollow ugc noopener"')
    expect(links[0]).toContain(`href="http://counterpoint.example/claims/${refs('R1')}"`)
  })

  it('speaks the language asked for, else that of the reader', async ({ api, refs }) => {
    const path = `/embed/claims/${refs('R1')}`
    const korean = await textOfCard(api, refs('R1'), '?lang=ko')
    const negotiated = await api(path, { headers: { 'accept-language': 'ko-KR,en;q=0.5' } })

    expect(korean).toContain('마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음')
    expect(korean).toContain('마이크로소프트 · 당사자 입장')
    expect(textOf(negotiated.text)).toBe(korean)
    expect(negotiated.headers.get('vary')).toBe('Accept-Language, Accept-Encoding')
  })

  it('shows as many counterpoints as are asked for, and says how many more there are', async ({
    api,
    refs,
  }) => {
    const none = await textOfCard(api, refs('R1'), '?counterpoints=0')
    const one = await textOfCard(api, refs('R1'), '?counterpoints=1')

    expect(none).not.toContain('The party’s response')
    expect(none).toContain('3 counterpoints on record')
    expect(one.match(/The party’s response/g)).toHaveLength(1)
    expect(one).toContain('2 more on record')
  })

  it('takes what it does not understand as if it were not there', async ({ api, refs }) => {
    const plain = await cardOf(api, refs('R1'))
    const odd =
      '?lang=xx&theme=pink&size=tiny&opinions=no&counterpoints=99&since=yesterday&utm_source=x&lang=yy'

    expect((await cardOf(api, refs('R1'), odd)).text).toBe(plain.text)
    expect((await cardOf(api, refs('R1'), '?theme=dark')).text).toContain('data-theme="dark"')
  })

  it('marks an opinion, and names the figure that says otherwise', async ({ api, refs }) => {
    const { text: opinion } = await cardOf(api, refs('R3'))
    const figure = await textOfCard(api, refs('F1'))

    expect(opinion).toContain('<h1 class="opinion">')
    expect(figure).toContain('Change: −50% to −25%')
    expect(figure).toMatch(
      /Counterpoints Newsletter \(publisher not stated\) · The same speaker · .*level of 25–50%.* contradicted by this \(the number\) · Level: 25% to 50%/,
    )
  })

  it('draws figures that conflict on one scale, alike and with the same in words', async ({
    api,
    refs,
  }) => {
    for (const path of [`/embed/claims/${refs('F1')}?lang=en`, `/claims/${refs('F1')}?lang=en`]) {
      const { text } = await api(path, { isPublic: true })

      expect(textOf(text)).toContain(
        'Figures that conflict On one scale, as shares of what they are compared with: 전년 Newsletter (publisher not stated) (this claim) · Change: −50% to −25% → 50% to 75% Newsletter (publisher not stated) · Level: 25% to 50% 0% 100%',
      )
      const bars = [...text.matchAll(/<rect [^>]*>/g)].map(([bar]) => bar)
      expect(bars).toEqual([
        '<rect x="50%" y="2" width="25%" height="9">',
        '<rect x="25%" y="2" width="25%" height="9">',
      ])
      expect(text).toContain('aria-label="50% to 75%, on a scale from 0% to 100%"')
    }
  })

  it.for([
    {
      end: 'below',
      unit: '만 원',
      figures: { R: { low: '12345678.9', lowExclusive: true }, D: { high: '9500' } },
      arrow: '←',
      bar: 'x="0" y="2" width="18"',
    },
    {
      end: 'above',
      unit: '%',
      figures: { R: { low: '20', high: '50' }, D: { low: '98' } },
      arrow: '→',
      bar: 'x="100%" y="2" width="18" height="9" transform="translate(-18 0)"',
    },
  ])(
    'draws a figure that is open $end, however little of the scale it takes',
    async ({ end, unit, figures, arrow, bar }, { api, db }) => {
      const bounds = new Map(Object.entries(figures))
      const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', `open-${end}`)
      const { refs } = await importLines(
        db,
        lines.map((line) =>
          'text' in line
            ? {
                ...line,
                kind: 'figure',
                figure: {
                  metric: 'sales',
                  form: 'level',
                  unit,
                  ...bounds.get(String(line['ref'])),
                },
              }
            : line,
        ),
      )
      const { text } = await cardOf(api, refs['R'] ?? '', '?lang=ko')

      const drawn = [...text.matchAll(/<svg class="range".*?<\/svg>/gs)].map(([svg]) => svg)
      expect(drawn).toHaveLength(2)
      expect(drawn[1]).toContain(bar)
      expect(drawn[1]).toContain(arrow)
    },
  )

  it('says by what a figure is measured, and its period as a date', async ({ api, refs }) => {
    expect(await textOfCard(api, refs('S2'), '?lang=en')).toContain(
      'Change: higher than −3% · period: 3 December 2025',
    )
    expect(await textOfCard(api, refs('R2b'), '?lang=ko')).toContain(
      '수준: 20% 미만 · 비교 기준: 전체 인원 · 범위: 한 팀',
    )
  })

  it('shows first what its speaker did about it: a correction', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS) D(MS→MS) S(Info→MS)', '1: D rebuts R; 2: S supersedes R', 'own'),
    )
    const id = refs['R'] ?? ''

    for (const path of [`/embed/claims/${id}?lang=en`, `/claims/${id}?lang=en`]) {
      const text = textOf((await api(path, { isPublic: true })).text)
      expect(text).not.toContain('“S”')
      expect(text).toMatch(
        /From its speaker Info · Claim · \d+ December 2025 S The speaker’s own correction.* MS · .*D /,
      )
    }
    expect(await textOfCard(api, id, '?lang=ko&size=compact')).toContain(
      '인포 (발언자 본인의 정정): “S”',
    )
  })

  it('shows first what its speaker did about it: a withdrawal, in its words', async ({
    api,
    db,
  }) => {
    const lines = notedLines('R(Info→MS, withdrawn) D(MS→MS)', '1: D rebuts R', 'own-w')
    const { refs } = await importLines(db, lines)
    const id = refs['R'] ?? ''

    expect(await textOfCard(api, id, '?lang=en')).toMatch(
      /From its speaker Info · 20 December 2025 “R, taken back” The speaker’s own withdrawal · Info Counterpoints MS/,
    )
    expect(await textOfCard(api, id, '?lang=en&size=compact')).toMatch(
      /^ Info · Claim · Withdrawn by Info \[Withdrawn 20 Dec 2025\] R Info \(The speaker’s own withdrawal\): “R, taken back” · 1 counterpoint on record · As of/,
    )
  })

  it('in three lines says who said it and where it stands, the words, and the answer', async ({
    api,
    refs,
  }) => {
    const { text } = await cardOf(api, refs('R1'), '?lang=en&size=compact')

    expect(text.match(/<main.*<\/main>/s)?.[0].match(/<(?:p|h1)\b/g)).toHaveLength(3)
    const [who = '', words = '', answer = ''] = [
      ...text.matchAll(/<(p|h1) class[^>]*>(.*?)<\/\1>/gs),
    ].map(([line]) => textOf(line).trim())
    expect(who).toBe(
      'The Information · Claim · Microsoft answers another point (the scope) · this one is open',
    )
    expect(words).toBe(
      '[Microsoft answered another point] Some business units within Microsoft lowered sales targets for certain AI products',
    )
    expect(answer).toMatch(
      /^Microsoft \(The party’s response\): \[Accounts differ\] “\[Microsoft\] has lowered neither .*…” · Left open: “some business units” · “lowered” and 2 more · 2 more on record · Translated from Korean · As of /,
    )
  })

  it.for([
    { query: '', shown: 4, length: 90 },
    { query: '&size=compact', shown: 2, length: 32 },
  ])(
    'names only the first points that are left open, clipped, and counts the rest: $shown',
    async ({ query, shown, length }, { api, db }) => {
      const points = Array.from({ length: 8 }, (_, index) => ({
        id: `p${index}`,
        text: `Point ${index} ${'of many words '.repeat(13)}`.trim(),
      }))
      const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', `many${shown}`).map((line) =>
        line['ref'] === 'R'
          ? { ...line, points }
          : line['type'] === 'link'
            ? { ...line, response: 'elsewhere', meets: [] }
            : line,
      )
      const { refs } = await importLines(db, lines)

      for (const [lang, more] of [
        ['en', ` and ${8 - shown} more`],
        ['ko', ` 외 ${8 - shown}개`],
      ]) {
        const text = await textOfCard(api, refs['R'] ?? '', `?lang=${lang}${query}`)
        const named = text.match(/“Point \d[^”]*”/g) ?? []
        expect(named).toHaveLength(shown)
        for (const each of named) expect(each.length).toBeLessThanOrEqual(length + 3)
        expect(text).toContain(`${named.at(-1)}${more}`)
      }
    },
  )

  it('in three lines says of a claim that nobody answered what that means', async ({
    api,
    refs,
  }) => {
    expect(await textOfCard(api, refs('R2'), '?lang=ko&size=compact')).toMatch(
      /답변 기록 없음 · 검증 아님.*답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다\./,
    )
  })

  it('in three lines names the challenge that no longer stands, and calls none the rest of nothing', async ({
    api,
    db,
  }) => {
    const lines = notedLines(
      'R(Info→MS) A(Lab→MS) B(Bloom→MS)',
      '1: A undercuts R; 2: B undercuts A',
      'overcome',
    )
    const id = (await importLines(db, lines)).refs['R'] ?? ''

    const compact = await textOfCard(api, id, '?lang=en&size=compact')
    const korean = await textOfCard(api, id, '?lang=ko&size=compact')
    const none = await textOfCard(api, id, '?lang=en&counterpoints=0')

    expect(compact).toContain('The challenge no longer stands')
    expect(compact).toContain(
      'Lab (contests its grounds; without force on record): [Countered] “A”',
    )
    expect(korean).toContain('연구소 (근거에 대한 이의; 기록상 효력 없음): [반박됨] “A”')
    for (const text of [compact, korean, none]) expect(text).not.toMatch(/more on record|더 보기/)
    expect(none).toContain('1 counterpoint on record')
  })

  it('leaves out the opinions of analysts that the status does not cite, if asked, and counts them', async ({
    api,
    db,
  }) => {
    const lines = notedLines(
      'R(Info→MS) A(Lab→MS) Q(Bloom→MS) V(Archive→MS)',
      '1: A undercuts R; 2: Q qualifies R; 3: V qualifies R',
      'op',
    )
    const { refs } = await importLines(
      db,
      lines.map((line) =>
        line['ref'] === 'Lab' || line['ref'] === 'Archive' ? { ...line, kind: 'analyst' } : line,
      ),
    )
    const id = refs['R'] ?? ''
    const standing = 'Countered by Lab · no answer that stands'

    const all = await textOfCard(api, id, '?lang=en')
    const without = await textOfCard(api, id, '?lang=en&opinions=off')
    const compact = await textOfCard(api, id, '?lang=en&opinions=off&size=compact')

    expect(all).toMatch(
      /Counterpoints Lab .* A Analyst’s view .*Bloom .* Q Third party .*Archive .* V Analyst’s view/,
    )
    expect(all).not.toContain('left out')
    expect(without).toContain(standing)
    expect(without).toMatch(
      /Counterpoints Lab .* A Analyst’s view .*Bloom .* Q Third party .* 1 analyst’s view is left out here/,
    )
    expect(without).not.toContain('Archive')
    expect(without).not.toContain('more on record')
    expect(compact).toContain(standing)
    expect(compact).toContain(
      'Lab (Analyst’s view): “A” · 1 more on record · 1 analyst’s view is left out here; those on which the status rests are shown',
    )
    expect(await textOfCard(api, id, '?lang=ko&opinions=off')).toContain(
      '애널리스트 견해 1건은 여기서 제외함(상태의 근거가 된 견해는 표시)',
    )
  })

  it('strikes what was withdrawn, and shows it', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS, withdrawn) D(MS→MS)', '1: D rebuts R', 'w'),
    )

    const { text } = await cardOf(api, refs['R'] ?? '')

    expect(text).toContain('<s>R</s>')
    expect(textOf(text)).toContain('[Withdrawn 20 Dec 2025] R')
    expect(textOf(text)).toContain('Withdrawn by Info')
  })

  it('calls an entry error so, and never a withdrawal', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('X(Info→MS)', '', 'v'))
    await importLines(db, [{ type: 'void', claim: refs['X'], reason: 'Wrong speaker.' }])

    const text = await textOfCard(api, refs['X'] ?? '')

    expect(text).toContain('Entry error')
    expect(text).toContain('“Not contradicted on record · not examined” → “Entry error”')
    expect(text).not.toContain('Withdrawn')
  })

  it('tells of a counterpoint that was dropped', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R (ended)', 'd')
    const { refs } = await importLines(db, lines)

    expect(await textOfCard(api, refs['R'] ?? '')).toContain(
      'contradicts this; dropped by its author',
    )
  })

  const touching = [
    ['contradicts this', '이 주장이 반박함', {}],
    ['contradicts a part of this', '이 주장이 일부를 반박함', { meets: ['a'] }],
    ['answers another point', '이 주장이 다른 점에 답함', { meets: [] }],
    ['answers something else', '이 주장이 다른 점에 답함', { response: 'elsewhere' }],
  ] as const

  it.for(touching)('calls a denial nothing more: %s', async ([onto, from, link], { api, db }) => {
    const isPart = 'meets' in link
    const points = [
      { id: 'a', text: 'The plant closed' },
      { id: 'b', text: 'in May' },
    ]
    const { refs } = await importLines(db, [
      sourceLine('firm'),
      sourceLine('paper', { kind: 'outlet' }),
      claimLine('R', 'paper', { about: ['firm'], ...(isPart && { points }) }),
      claimLine('D', 'firm', { about: ['firm'] }),
      linkLine('d', 'rebuts', 'D', 'R', link),
    ])

    expect(await textOfCard(api, refs['R'] ?? '', '?lang=en')).toContain(` · ${onto}`)
    expect(await textOfCard(api, refs['D'] ?? '', '?lang=ko')).toContain(` · ${from}`)
  })

  it('says what changed since the reader may have seen it', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 's'))
    const before = new Date().toISOString()
    const same = await textOfCard(api, refs['R'] ?? '', `?since=${before}`)
    await importLines(db, [
      { type: 'end', link: refs['link-1'], at: '2025-12-20', reason: 'It said so.' },
    ])
    const id = refs['R'] ?? ''

    expect(same).toContain('Status unchanged since')
    expect(await textOfCard(api, id, `?since=${before}`)).toMatch(
      /Changed since .*: “Answered or contested by the party it is about” → “The challenge no longer stands”/,
    )
    expect(await textOfCard(api, id, '?since=2025-12-03&lang=ko')).toContain(
      '2025년 12월 3일에는 아직 기록에 없던 주장',
    )
    const { recordedAt } = (await api<{ recordedAt: string }>(`/v1/claims/${id}`)).json
    for (const precision of [10, 7, 4])
      expect(await textOfCard(api, id, `?since=${recordedAt.slice(0, precision)}`)).toMatch(
        /Changed since .*: “Answered or contested by the party it is about” → “The challenge no longer stands”/,
      )
    expect(await textOfCard(api, id)).toMatch(
      /Last changed on .*: “Answered or contested.*” → “The challenge/,
    )
  })

  it.for<[since: string, en: string, ko: string]>([
    ['0001', 'Was not yet on record in 0001', '0001년에는 아직 기록에 없던 주장'],
    ['2019-05', 'Was not yet on record in May 2019', '2019년 5월에는 아직 기록에 없던 주장'],
    ['2019-05-02', 'Was not yet on record on 2 May 2019', '2019년 5월 2일에는 아직'],
  ])('names the date since which it is new: %s', async ([since, en, ko], { api, refs }) => {
    expect(await textOfCard(api, refs('R1'), `?lang=en&since=${since}`)).toContain(en)
    expect(await textOfCard(api, refs('R1'), `?lang=ko&since=${since}`)).toContain(ko)
  })

  it('says nothing of a day that has not come', async ({ api, refs }) => {
    const plain = await cardOf(api, refs('R1'))

    for (const since of [inDays(2), inDays(2).slice(0, 10), '9998-12', '9999', '9999-12-31'])
      expect([since, (await cardOf(api, refs('R1'), `?since=${since}`)).text]).toEqual([
        since,
        plain.text,
      ])
    // Elsewhere on earth today may have begun already.
    const today = inDays(0).slice(0, 10)
    expect((await cardOf(api, refs('R1'), `?since=${today}`)).text).toContain('class="since"')
  })

  it('is not there for what is not there', async ({ api, refs }) => {
    const missing = await api('/embed/claims/019ae1e5-0000-7000-8000-000000000000')

    expect(missing.status).toBe(404)
    expect((await api('/embed/claims/nonsense')).text).toBe(missing.text)
    expect((await api(`/embed/claims/${refs('microsoft')}`)).text).toBe(missing.text)
    expect((await api('/embed/stories/nonsense')).text).toBe(missing.text)
  })
})

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}

describe('how a card is kept', () => {
  it('has a validator of what it shows', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 'e'))
    const path = `/embed/claims/${refs['R']}`
    const { headers, text } = await api(path)
    const known = { 'if-none-match': headers.get('etag') ?? '' }

    expect(headers.get('etag')).toMatch(/^"[\w-]{22}-gzip"$/)
    expect((await api(path, { headers: known })).status).toBe(304)

    await importLines(db, [
      { type: 'withdrawal', claim: refs['D'], at: '2025-12-20', reason: 'x', uncited: true },
    ])
    const changed = await api(path, { headers: known })
    expect(changed.status).toBe(200)
    expect(changed.text).not.toBe(text)
  })

  it('may be kept by anybody, by names that a cache throws it away by', async ({ api, refs }) => {
    const { headers } = await cardOf(api, refs('R1'))

    expect(headers.get('cache-control')).toBe(
      'public, max-age=30, stale-while-revalidate=300, stale-if-error=86400',
    )
    const keys = headers.get('surrogate-key')?.split(' ')
    expect(keys?.slice(0, 3)).toEqual(['record', `claim-${refs('R1')}`, `claim-${refs('D1')}`])
    expect(keys).toContain(`source-${refs('microsoft')}`)
    expect(headers.get('cache-tag')?.split(',')).toEqual(keys)
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('the size of a card', () => {
  it('has headers that a proxy takes by default, however much is shown', async ({ api, db }) => {
    const parties = Array.from({ length: 30 }, (_, index) => `P${index}`)
    const { refs } = await importLines(
      db,
      notedLines(
        ['R(Info→MS)', ...parties.map((party) => `A${party}(${party}→MS)`)].join(' '),
        parties.map((party, index) => `${index}: A${party} rebuts R`).join('; '),
        'p',
      ),
    )

    for (const path of ['/embed/claims/', '/claims/']) {
      const accept = { headers: { accept: 'text/html' } }
      const { headers, status } = await api(`${path}${refs['R']}?counterpoints=5`, accept)
      const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0)

      expect(status).toBe(200)
      expect(bytes).toBeGreaterThan(2_500)
      expect(bytes).toBeLessThan(3_800)
    }
  })

  it('stays under 15 kB gzipped, whatever it contains', async ({ api, db }) => {
    const lines = notedLines(
      'R(Info→MS) A(MS→MS) B(Bloom→MS) C(Blog→MS) D(Lab→MS) E(Poster→MS)',
      '1: A rebuts R; 2: B rebuts R; 3: C rebuts R; 4: D rebuts R; 5: E rebuts R',
      'l',
    ).map(withLongText)
    const { refs } = await importLines(db, lines)

    for (const query of ['?lang=ko&counterpoints=5', '?lang=en&counterpoints=5']) {
      const { text } = await cardOf(api, refs['R'] ?? '', query)
      expect(gzipSync(text).length).toBeLessThan(15_000)
    }
  })
})

function withLongText(line: object, index: number): object {
  return 'text' in line ? { ...line, text: fiveThousandSyllables(index), lang: 'ko' } : line
}

/** Without a space, and with hardly anything to compress. */
function fiveThousandSyllables(seed: number): string {
  const syllables = Array.from({ length: 5000 }, (_, index) =>
    String.fromCharCode(0xac00 + ((index * 7919 + seed * 104729 + index * index * 31) % 11172)),
  )
  return syllables.join('')
}

describe('the card of a story', () => {
  it('says where each of its first claims stands', async ({ api }) => {
    const { text, headers, status } = await api('/embed/stories/ms-ai-sales-targets?lang=ko')

    expect(status).toBe(200)
    expect(textOf(text)).toContain('MS의 AI 매출 목표 하향 조정 보도')
    expect(textOf(text)).toContain('[마이크로소프트 답변: 다른 점] MS 내부')
    expect(textOf(text)).toContain('기록된 주장 17건 더 보기')
    expect(headers.get('surrogate-key')).toMatch(/^record story-/)
  })

  it('leaves out the opinions of analysts if asked, and counts them apart from what does not fit', async ({
    api,
  }) => {
    const { text } = await api('/embed/stories/ms-ai-sales-targets?lang=en&opinions=off')

    expect(text.match(/<li\b/g)).toHaveLength(5)
    expect(textOf(text)).toContain('15 more claims on record 2 analysts’ views are left out here')
  })

  it('says in three lines how many of its claims stand how', async ({ api }) => {
    const { text } = await api('/embed/stories/ms-ai-sales-targets?lang=en&size=compact')

    expect(textOf(text.slice(text.indexOf('<main')))).toMatch(
      /^ Story · 22 claims on record The report that Microsoft lowered AI sales targets Not contradicted on record · not examined \(15\) · Accounts differ \(6\) · Answered or contested by the party it is about \(1\) · As of /,
    )
  })
})
