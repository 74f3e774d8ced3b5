import { describe, expect } from 'vitest'
import { claimFilters } from '../../../src/queries/claim-filters.ts'
import { it as withApi, read, type Api } from '../../support/api.ts'
import { seedBundle } from '../../support/seed.ts'

const it = withApi.extend('seeded', { scope: 'file', auto: true }, async ({ api }) => {
  await api('/v1/import', {
    body: seedBundle(),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  return true
})

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

/** The claims that a page shows, in its order. */
function idsIn(page: string): string[] {
  const ids = page.matchAll(/href="[^"]*\/claims\/([0-9a-f-]{36})[^"]*"/g)
  return [...new Set([...ids].map(([, id = '']) => id))]
}

/** The address of the page after or before. */
function besideIn(page: string, rel: 'next' | 'prev'): string {
  const [, address = ''] = new RegExp(`href="([^"]+)" rel="${rel}"`).exec(page) ?? []
  return address.replaceAll('&amp;', '&')
}

async function listed(api: Api, query: string): Promise<string[]> {
  const { items } = await read<{ items: { id: string }[] }>(api, `/v1/claims?${query}`)
  return items.map(({ id }) => id)
}

/** Every filter of the list, in some query. */
const queries = [
  'status=denied',
  'group=open&kind=fact,figure',
  'source=the-information',
  'about=Microsoft&sort=most_countered',
  'q=%EB%A7%A4%EC%B6%9C',
  'story=ms-ai-sales-targets&sort=newest',
  'textLang=ko&kind=opinion',
  'assertedFrom=2025-12-03&assertedTo=2025-12-03&tz=Asia/Seoul',
  'responseFrom=microsoft',
  'changedSince=2020-01-01&limit=5&sort=newest',
  'status=withdrawn',
  'leftOpen=true&about=microsoft',
  'leftOpen=false',
  'answered=true',
  'role=party_response',
  'role=analyst_opinion&rating=False',
  'quotedSource=microsoft',
  'answered=false&report=019ae1e5-0015-7886-a92a-07cf17fe9dda',
]

describe('the page of claims', () => {
  it('is asked by every filter below', () => {
    const asked = new Set(queries.flatMap((query) => [...new URLSearchParams(query).keys()]))

    expect(Object.keys(claimFilters.shape).filter((name) => !asked.has(name))).toEqual([])
  })

  it.for(queries)('shows what the list of the API has: %s', async (query, { api }) => {
    const { status, text } = await api(`/claims?lang=en&${query}`, asBrowser)

    const order = query.includes('sort') || query.includes('q=') ? '' : '&sort=changed'
    const limit = query.includes('limit') ? '' : '&limit=20'
    expect(status).toBe(200)
    expect(idsIn(text)).toEqual(await listed(api, `${query}${order}${limit}`))
    expect(text).toMatch(/\d claims? match/)
    expect(text.includes('No claim on record matches')).toBe(idsIn(text).length === 0)
  })

  it('goes on page by page, in either language', async ({ api }) => {
    const all = await listed(api, 'story=ms-ai-sales-targets&sort=newest&limit=200')
    const seen: string[] = []
    let next = '/claims?story=ms-ai-sales-targets&sort=newest&limit=9&lang=ko'
    for (let count = 0; next !== '' && count < 9; count += 1) {
      const { status, text } = await api(next, asBrowser)
      expect([next, status, /<html lang="ko"/.test(text)]).toEqual([next, 200, true])
      expect(text).toMatch(/hreflang="en">|&amp;lang=en"/)
      seen.push(...idsIn(text))
      next = besideIn(text, 'next')
    }

    expect(seen).toEqual(all)
  })

  it.for([
    'sort=newest',
    'sort=changed',
    'sort=most_countered',
    'q=%EB%A7%A4%EC%B6%9C&sort=relevance',
    'assertedFrom=2025&sort=newest',
    'leftOpen=true&sort=newest',
    'kind=opinion&q=AI&sort=changed',
  ])('goes back over the same pages: %s', async (query, { api }) => {
    const pages: { ids: string[]; previous: string }[] = []
    let next = `/claims?${query}&limit=3&lang=en`
    while (next !== '' && pages.length < 4) {
      const { text } = await api(next, asBrowser)
      pages.push({ ids: idsIn(text), previous: besideIn(text, 'prev') })
      next = besideIn(text, 'next')
    }

    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]?.previous).toBe('')
    let { previous } = pages.at(-1) ?? { previous: '' }
    for (const page of pages.slice(0, -1).toReversed()) {
      const { status, text } = await api(previous, asBrowser)
      expect([status, idsIn(text)]).toEqual([200, page.ids])
      expect(besideIn(text, 'next')).not.toBe('')
      previous = besideIn(text, 'prev')
    }
    expect(previous).toBe('')
  })

  it('begins with what changed last, and passes over where a reader came from', async ({ api }) => {
    for (const query of ['', '?lang=en', '?utm_source=x&fbclid=y']) {
      const { status, text } = await api(`/claims${query}`, asBrowser)
      expect([query, status]).toEqual([query, 200])
      expect(text).toContain('story=ms-ai-sales-targets')
    }
  })
})

describe('400: says on the page which value is wrong, and why', () => {
  const faults = [
    [
      'status=false',
      /status.*false.*: Send withdrawn,/,
      /status.*false.*다음 가운데에서 고르십시오: withdrawn,/,
    ],
    ['sort=best', /sort.*best.*Send newest/, /sort.*best.*newest/],
    [
      'about=microsfot',
      /microsfot.*Did you mean microsoft/,
      /microsfot.*기록에 없습니다.*microsoft\(/,
    ],
    ['assertedFrom=gestern', /gestern.*date that exists/, /gestern.*있는 날짜를/],
    [
      'assertedFrom=2025-12-05&assertedTo=2025-12-03',
      /2025-12-05.*after assertedTo/,
      /assertedTo보다 뒤/,
    ],
    ['limit=0', /limit.*0.*whole number from 1 to 200/, /1부터 200까지/],
    ['limit=3&limit=4', /limit.*3, 4.*one value/, /값을 하나만/],
    ['tz=Asia/Soul', /Asia\/Soul.*IANA/, /Asia\/Soul.*IANA 시간대/],
    ['cursor=e30', /cursor.*not a cursor of this list/, /첫 쪽부터/],
    ['sort=relevance', /relevance needs q/, /검색어\(q\)/],
    ['statuss=denied', /statuss.*no such parameter/, /statuss.*쓰지 않는 항목/],
    ['q=%ff', /percent-encoding/, /퍼센트 인코딩/],
    ['q=%2B', /no letter or digit/, /검색할 글자/],
    ['report=x', /report.*x/, /UUID/],
    ['textLang=k_r', /textLang.*k_r/, /언어 태그/],
  ] as const

  it.for(faults)('%s', async ([query, english, korean], { api }) => {
    for (const [language, said] of [
      ['en', english],
      ['ko', korean],
    ] as const) {
      const { status, text, headers } = await api(`/claims?${query}&lang=${language}`, asBrowser)

      expect(status).toBe(400)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('content-language')).toBe(language)
      const [, items = ''] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? []
      expect(items.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(said)
    }
  })

  it.for([
    ['statuss=denied&status=denied', true],
    ['sort=best&status=denied', true],
    ['limit=0&status=denied', true],
    ['cursor=e30&status=denied', true],
    ['status=false&about=microsoft', false],
    ['about=microsfot&status=denied', false],
    ['q=%2B&status=denied', false],
  ] as const)(
    '%s shows the rest if that is what was asked for: %s',
    async ([query, isShown], { api }) => {
      const { status, text } = await api(`/claims?${query}&lang=en`, asBrowser)

      const rest = isShown ? await listed(api, 'status=denied&sort=changed&limit=20') : []
      expect([status, idsIn(text)]).toEqual([400, rest])
      expect(text.includes('The list below goes without it.')).toBe(isShown)
    },
  )

  it('a name that was perhaps meant is a link to its claims', async ({ api }) => {
    const { text } = await api('/claims?about=microsfot&status=denied&lang=en', asBrowser)
    const [, address = ''] = /class="instead" href="([^"]*)"/.exec(text) ?? []

    const led = await api(address.replaceAll('&amp;', '&'), asBrowser)

    expect(led.status).toBe(200)
    expect(idsIn(led.text)).toEqual(
      await listed(api, 'about=microsoft&status=denied&sort=changed&limit=20'),
    )
  })

  it('escapes what was sent, and shows no more of it than a line', async ({ api }) => {
    const script = encodeURIComponent('<script>alert(1)</script>"\'')
    for (const query of [`status=${script}`, `about=${script}`, `${script}=1`, `tz=${script}`]) {
      const { status, text } = await api(`/claims?${query}`, asBrowser)
      expect([status, /<script(?! type="module" src="\/scripts)/i.test(text)]).toEqual([400, false])
    }
    const { text } = await api(`/claims?tz=${'x'.repeat(5000)}`, asBrowser)
    expect(text).not.toContain('x'.repeat(201))
  })

  it('in the language that the reader prefers, where the one asked for is none of ours', async ({
    api,
  }) => {
    const headers = { accept: 'text/html', 'accept-language': 'ko' }
    const { status, text } = await api('/claims?lang=fr', { headers, isPublic: true })

    expect(status).toBe(400)
    expect(text).toMatch(/<html lang="ko".*다음 가운데에서 고르십시오: en, ko/s)
  })
})

describe('GET /v1/claims', () => {
  it.for([
    'assertedFrom=2025-12-04&assertedTo=2025-12-03',
    'assertedFrom=2026&assertedTo=2025-12',
    'assertedFrom=2025-12-03T10:00:00Z&assertedTo=2025-12-03T09:00:00Z',
    'assertedFrom=2025-12-04T00:00:00Z&assertedTo=2025-12-03',
    'assertedFrom=2025-12-04T20:00:00Z&assertedTo=2025-12-04&tz=Asia/Seoul',
  ])('400: bounds that nothing is between: %s', async (query, { api }) => {
    const { status, json } = await api<{ errors: object[] }>(`/v1/claims?${query}`)

    const message: unknown = expect.stringMatching(/after assertedTo .*earlier date/)
    expect(status).toBe(400)
    expect(json.errors).toEqual([{ pointer: '/assertedFrom', code: 'wrong-order', message }])
  })

  it.for([
    'assertedFrom=2025-12-03&assertedTo=2025-12-03',
    'assertedFrom=2025-12-03&assertedTo=2025',
    'assertedFrom=2025-12-03T10:00:00Z&assertedTo=2025-12-03',
    'assertedFrom=2025-12-03T20:00:00Z&assertedTo=2025-12-04&tz=Asia/Seoul',
  ])('200: bounds in their order: %s', async (query, { api }) => {
    expect((await api(`/v1/claims?${query}`)).status).toBe(200)
  })
})
