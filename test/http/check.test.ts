import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import type { DraftCheckView } from '../../src/drafts/view.ts'
import { it as withApi, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine, withdrawalLine } from '../support/lines.ts'
import { seedLines } from '../support/seed.ts'

const newsletter = readFileSync('db/seed/newsletter.ko.txt', 'utf8')

const korean = { lang: 'ko', about: ['haneul'] }
const cited = (report: string, quote: string, more: object = {}) => ({
  citations: [{ report, quote, attribution: 'firsthand', ...more }],
})

const planted = [
  sourceLine('haneul', { name: '하늘제철', names: [{ lang: 'en', name: 'Haneul Steel' }] }),
  sourceLine('daily', { kind: 'outlet', name: '아침일보' }),
  sourceLine('echo', { kind: 'outlet', name: '메아리신문' }),
  sourceLine('echo2', { kind: 'outlet', name: '되울림뉴스' }),
  reportLine('own', 'daily', { url: 'https://daily.example/a', lang: 'ko' }),
  reportLine('relay1', 'echo', { url: 'https://echo.example/a', lang: 'ko' }),
  reportLine('relay2', 'echo2', { url: 'https://echo2.example/a', lang: 'ko' }),
  claimLine('furnace', 'daily', {
    ...korean,
    text: '하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다',
    texts: [
      { lang: 'en', text: 'Haneul Steel has shut three Pohang furnaces indefinitely', by: 'human' },
    ],
    citations: [
      { report: 'own', quote: '용광로 세 곳의 가동을 무기한 멈췄다', attribution: 'firsthand' },
      { report: 'relay1', quote: '용광로 세 곳의 가동을 멈췄다', attribution: 'relay' },
      { report: 'relay2', quote: '용광로 세 곳이 멈췄다고 전했다', attribution: 'relay' },
    ],
  }),
  claimLine('answer', 'haneul', {
    ...korean,
    text: '정기 보수일 뿐이며 내달 초에 다시 불을 넣는다',
    ...cited('own', '정기 보수일 뿐'),
  }),
  linkLine('denies', 'rebuts', 'answer', 'furnace'),
  claimLine('taken', 'daily', {
    ...korean,
    text: '하늘제철 노조가 임금 협상 결렬을 선언하고 천막 농성에 들어갔다',
    ...cited('own', '임금 협상 결렬을 선언하고'),
  }),
  withdrawalLine('taken', { citation: { report: 'own', quote: '농성 기사를 취소합니다.' } }),
  claimLine('old', 'daily', {
    ...korean,
    text: '하늘제철 임원들이 자사주를 대량 매각한 뒤 해외로 출국했다',
    ...cited('own', '자사주를 대량 매각한 뒤'),
  }),
  claimLine('new', 'daily', {
    ...korean,
    text: '하늘제철 임원 한 명이 자사주 일부를 처분했다',
    ...cited('own', '자사주 일부를 처분했다'),
  }),
  linkLine('replaces', 'supersedes', 'new', 'old'),
  claimLine('exports', 'daily', {
    ...korean,
    kind: 'figure',
    text: '하늘제철의 후판 수출 물량은 지난 분기 40% 줄었다',
    figure: { metric: 'plate-exports', form: 'change', low: '-40', high: '-40', unit: 'percent' },
    ...cited('own', '후판 수출 물량은 지난 분기'),
  }),
  claimLine('rumour', 'daily', {
    ...korean,
    text: '하늘제철이 인도 합작 법인의 지분을 모두 넘기기로 했다',
    citations: [
      {
        report: 'own',
        quote: '인도 합작 법인의 지분을 모두 넘기기로',
        attribution: 'unnamed_source',
      },
    ],
  }),
]

const it = withApi.extend('refs', { scope: 'file' }, async ({ db }) => {
  const { refs } = await importLines(db, seedLines())
  return { ...refs, ...(await importLines(db, planted)).refs }
})

type Sent = { readonly text: string; readonly format?: string }

async function check(api: Api, body: Sent, lang = 'en'): Promise<DraftCheckView> {
  const { status, json, text } = await api<DraftCheckView>(`/v1/check?lang=${lang}`, {
    body,
    isPublic: true,
    headers: {},
  })
  if (status !== 200) throw new Error(text)
  return json
}

/** What was found, by refs, with the words where it was. */
async function found(api: Api, refs: Record<string, string>, body: Sent) {
  const named = new Map(Object.entries(refs).map(([ref, id]) => [id, ref]))
  const { items } = await check(api, body)
  return items.flatMap(({ findings }) =>
    findings.map(({ code, claim, other, place: { start, end } }) => [
      code,
      named.get(claim),
      other && named.get(other),
      body.text.slice(start, end),
    ]),
  )
}

describe('POST /v1/check', () => {
  it('200: finds of the newsletter its open claims and its contradiction, and nothing else', async ({
    api,
    refs,
  }) => {
    const { items, claims, more } = await check(api, { text: newsletter })
    const open = await api<{ items: { id: string }[] }>(
      `/v1/claims?group=open&report=${refs['newsletter-report']}`,
    )

    const repeated = new Set(
      items.flatMap((item) =>
        item.claims.filter(({ match }) => match === 'repeats').map(({ claim }) => claim),
      ),
    )
    const openFound = claims.filter(
      ({ claim }) => repeated.has(claim.id) && claim.statusGroup === 'open',
    )
    expect(openFound.map(({ claim }) => claim.id).toSorted()).toEqual(
      open.json.items.map(({ id }) => id).toSorted(),
    )
    expect(openFound.length).toBe(7)
    expect(await found(api, refs, { text: newsletter })).toEqual([
      ['figure-drift', 'F1', 'F2', expect.stringContaining('25~50% 하향 조정했다고')],
      ['figure-drift', 'F2', 'F1', expect.stringContaining('전년의 25~50% 수준으로')],
    ])
    expect(more).toBe(false)
  })

  it('200: says where each claim stands, with the first words of the strongest answer', async ({
    api,
    refs,
  }) => {
    const text = '하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 아침일보가 보도했다.'
    const { claims, items } = await check(api, { text }, 'ko')

    const [first] = claims
    expect(first?.claim).toMatchObject({
      id: refs['furnace'],
      status: 'denied',
      statusLabel: '하늘제철 반박',
      standing: { prefix: '하늘제철 반박', shape: expect.any(String) },
    })
    expect(first?.answer).toMatchObject({
      claim: refs['answer'],
      speaker: { name: '하늘제철' },
      text: '정기 보수일 뿐이며 내달 초에 다시 불을 넣는다',
    })
    expect(items[0]?.claims[0]).toMatchObject({ claim: refs['furnace'], match: 'repeats' })
    expect(items[0]?.claims[0]?.words).toContain('용광로')
  })

  it.for([
    [
      'withdrawn-cited',
      '하늘제철 노조가 임금 협상 결렬을 선언하고 천막 농성에 들어갔다.',
      [['withdrawn-cited', 'taken', null]],
    ],
    [
      'corrected-cited',
      '하늘제철 임원들이 자사주를 대량 매각한 뒤 해외로 출국했다.',
      [['corrected-cited', 'old', 'new']],
    ],
    [
      'nothing for what replaced a claim',
      '하늘제철 임원 한 명이 자사주 일부를 처분했다고 밝혔다.',
      [],
    ],
    [
      'answer-missing',
      '하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 보도됐다.',
      [['answer-missing', 'furnace', 'answer']],
    ],
    [
      'nothing where the answer is told anywhere in the draft',
      '회사는 "정기 보수일 뿐이며 내달 초에 다시 불을 넣는다"고 했다. 날씨는 맑았다. 하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 보도됐다.',
      [],
    ],
    [
      'answer-missing of a claim in another language',
      'According to a report, Haneul Steel has shut three Pohang furnaces indefinitely.',
      [['answer-missing', 'furnace', 'answer']],
    ],
    [
      'figure-drift',
      '하늘제철의 후판 수출 물량은 지난 분기 60% 줄었다고 한다.',
      [['figure-drift', 'exports', null, '60%']],
    ],
    [
      'nothing for the same figure in other words',
      '하늘제철의 후판 수출 물량은 지난 분기 40퍼센트 줄었다고 한다.',
      [],
    ],
    [
      'nothing for another company with another figure',
      '바다제철의 후판 수출 물량은 지난 분기 60% 줄었다고 한다.',
      [],
    ],
    [
      'quote-not-found',
      '아침일보는 "인도 합작 법인이 이미 문을 닫았다"며 하늘제철이 인도 합작 법인의 지분을 모두 넘기기로 했다고 전했다.',
      [['quote-not-found', 'rumour', null, '인도 합작 법인이 이미 문을 닫았다']],
    ],
    [
      'nothing for a quote that the record has',
      '아침일보는 하늘제철이 "인도 합작 법인의 지분을 모두 넘기기로" 했다고 전했다.',
      [],
    ],
    [
      'hearsay-dropped',
      '하늘제철이 인도 합작 법인의 지분을 모두 넘기기로 했다.',
      [['hearsay-dropped', 'rumour', null]],
    ],
    [
      'nothing for hearsay told as such',
      '하늘제철이 인도 합작 법인의 지분을 모두 넘기기로 한 것으로 알려졌다.',
      [],
    ],
    [
      'only-relay',
      '정기 보수일 뿐이며 내달 초에 다시 불을 넣는다고 한다. 하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 한다(https://echo.example/a, https://echo2.example/a).',
      [['only-relay', 'furnace', null]],
    ],
    [
      'no only-relay where the original is cited, too',
      '정기 보수일 뿐이며 내달 초에 다시 불을 넣는다고 한다. 하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 한다(https://echo.example/a). 원문은 이렇다.\nhttps://daily.example/a',
      [
        ['withdrawn-cited', 'taken', null, 'https://daily.example/a'],
        ['corrected-cited', 'old', 'new', 'https://daily.example/a'],
      ],
    ],
  ] as const)('200: %s', async ([, text, expected], { api, refs }) => {
    const all = await found(api, refs, { text })

    expect(sorted(all.map((row, nth) => row.slice(0, expected[nth]?.length ?? 4)))).toEqual(
      sorted(expected),
    )
  })

  it('200: reads Markdown, HTML, lists of addresses and BibTeX, with places in what was sent', async ({
    api,
    refs,
  }) => {
    const [first, second] = ['하늘제철이 포항 용광로 세 곳의', '가동을 무기한 멈췄다고 보도됐다.']
    for (const [format, text, where] of [
      ['markdown', `# 제목\n\n> ${first}\n> **${second}**`, `${first}\n> **${second}`],
      ['html', `<p>${first}&nbsp;<b>${second}</b></p>`, `${first}&nbsp;<b>${second}`],
    ] as const)
      expect([format, await found(api, refs, { text, format })]).toEqual([
        format,
        [['answer-missing', 'furnace', 'answer', where]],
      ])

    for (const [format, text] of [
      ['addresses', 'https://nowhere.example/\nhttps://www.daily.example/a?utm_source=x'],
      ['bibtex', '@misc{a, url={https://www.daily.example/a?utm_source=x}}'],
    ] as const) {
      const { items, claims, counts } = await check(api, { text, format })
      expect(items.map(({ kind, place }) => [kind, text.slice(place.start, place.end)])).toEqual([
        ['address', 'https://www.daily.example/a?utm_source=x'],
      ])
      expect(items[0]?.claims.every(({ match }) => match === 'cited')).toBe(true)
      expect(claims.map(({ claim }) => claim.id)).toContain(refs['taken'])
      expect(counts).toMatchObject({ findings: 2 })
    }
  })

  it('200: is never stored, by anybody', async ({ api }) => {
    const { headers } = await api('/v1/check', { body: { text: '초고' }, isPublic: true })

    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('503: a third draft while two are checked or looked up; nothing of it waits', async ({
    api,
    ownerDb,
  }) => {
    const body = { text: '하늘제철이 포항 용광로를 멈췄다.' }
    const paths = ['/v1/check', '/v1/lookup']
    const statuses = await ownerDb.transaction().execute(async (tx) => {
      await sql`lock table claim_search in access exclusive mode`.execute(tx)
      const held = paths.map((path) => api(path, { body }))
      await expect.poll(async () => waiting(tx)).toBe(2)
      const refused = await Promise.all(paths.map((path) => api(path, { body })))
      return { held, refused }
    })

    for (const { status, headers } of statuses.refused) {
      expect(status).toBe(503)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await Promise.all(statuses.held)).map(({ status }) => status)).toEqual([200, 200])
    for (const path of paths) expect((await api(path, { body })).status).toBe(200)
  })

  it.for([
    [{}, '/text'],
    [{ text: '' }, '/text'],
    [{ text: 'a', format: 'docx' }, '/format'],
    [{ text: 'a', more: 1 }, '/more'],
    [{ text: 'nowhere\nnor here', format: 'addresses' }, '/text'],
    [{ text: '가'.repeat(400_000) }, '/text'],
    [{ text: '@article{a, title = {', format: 'bibtex' }, '/text'],
  ] as const)('422: %#', async ([body, pointer], { api }) => {
    const { status, json } = await api('/v1/check', { body })

    expect(status).toBe(422)
    expect(json).toMatchObject({ errors: [{ pointer }] })
  })

  it('413: a larger text', async ({ api }) => {
    const { status } = await api('/v1/check', { body: { text: 'a'.repeat(2_400_000) } })

    expect(status).toBe(413)
  })

  it('200: checks a long draft, and says that there is more than one answer holds', async ({
    api,
  }) => {
    const text = '하늘제철이 포항 용광로 세 곳의 가동을 무기한 멈췄다고 보도됐다. '.repeat(1_500)

    const [{ status, json }] = await Promise.all([
      api<DraftCheckView>('/v1/check', { body: { text } }),
      api('/v1/claims'),
    ])

    expect(status).toBe(200)
    expect(json.more).toBe(true)
    expect(json.items.length).toBeLessThanOrEqual(500)
  })
})

function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => row.join(' ')).toSorted()
}

async function waiting(tx: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_locks
    where not granted and relation = 'claim_search'::regclass
  `.execute(tx)
  return rows[0]?.count ?? 0
}
