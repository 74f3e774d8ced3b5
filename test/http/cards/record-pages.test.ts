import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { Called } from '../../support/api.ts'
import { textOf } from '../../support/document.ts'
import { hostileLines, hostileTexts } from '../../support/hostile.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import { schemaOrg } from '../../support/schema-org.ts'
import { it } from '../../support/seed-api.ts'

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const document = z.record(z.string(), z.unknown())

function jsonLdIn({ text }: Called<unknown>): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
  return document.parse(JSON.parse(json))
}

describe('the page of a claim', () => {
  it('says all that is on record', async ({ api, refs }) => {
    const { text, status } = await api(`/claims/${refs('R1')}?lang=en`, { headers: asBrowser })

    expect(status).toBe(200)
    const said = textOf(text)
    for (const each of [
      'Microsoft answers another point (the scope) · this one is open',
      'The party it is about answers another point, and leaves open what this claim says',
      'Second-hand only: no report by its speaker is on record',
      'About: Microsoft',
      'Microsoft · The party’s response',
      'MS, AI 매출 목표 하향 조정했다?',
      'relayed',
      'History of its status',
    ])
      expect(said).toContain(each)
    expect(text).toContain(
      '디인포메이션은 MS 내부 <mark>일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정</mark>했다고',
    )
    // Who says it, before what is said.
    expect(said).toMatch(/Where it is on record Newsletter \(publisher not stated\) ?, MS, AI 매출/)
  })

  it('carries the status in words to wherever its link is shown', async ({ api, refs }) => {
    const { text } = await api(`/claims/${refs('R1')}?lang=ko`, { headers: asBrowser })

    for (const tag of [
      'property="og:description"',
      'name="twitter:description"',
      'name="description"',
    ])
      expect(text).toMatch(
        new RegExp(
          `<meta ${tag} content="마이크로소프트 답변: 다른 점\\(범위\\) · 이 점은 답변 없음\\. 당사자인 `,
        ),
      )
    expect(text).toContain('<meta property="og:locale" content="ko_KR"/>')
    expect(text).toContain(
      'og:image:alt" content="[마이크로소프트 답변: 다른 점] 디인포메이션: MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다. 마이크로소프트 (당사자 입장): “영업사원의 판매 할당량이나 전체 AI 제품 판매 목표를 낮춘 적이 없다” 마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음."',
    )
  })

  it('has its JSON-LD in it, as schema.org means it', async ({ api, refs }) => {
    const page = await api(`/claims/${refs('R1')}`, { headers: asBrowser })
    const alone = await api<object>(`/claims/${refs('R1')}.jsonld`)

    expect(alone.headers.get('content-type')).toBe('application/ld+json')
    expect(jsonLdIn(page)).toEqual(alone.json)
    expect(schemaOrg().faultsOf(alone.json)).toEqual([])
    expect(alone.json).toMatchObject({
      '@type': 'Claim',
      author: { name: 'The Information' },
      subjectOf: [{ '@type': 'Claim' }, { '@type': 'Claim' }, { '@type': 'Claim' }],
    })
    expect(alone.text).not.toMatch(/Review|Rating/)
  })

  it('names the correction by its speaker in JSON-LD, and the role of an answer that nobody answered', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS) S(Info→MS) D(MS→MS)', '1: S supersedes R; 2: D undercuts R', 'ld'),
    )

    const { json } = await api<object>(`/claims/${refs['R']}.jsonld?lang=en`)

    expect(schemaOrg().faultsOf(json)).toEqual([])
    expect(json).toMatchObject({
      creativeWorkStatus: 'Replaced by Info',
      correction: `http://counterpoint.example/claims/${refs['S']}`,
      subjectOf: [{ name: 'MS: D', creativeWorkStatus: 'The party’s response' }],
    })
  })

  it('has a review where a fact-checker rated it', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS) C(Lab→MS)', '1: C rebuts R', 'rated').map((line) => {
      if ('ref' in line && line.ref === 'Lab') return { ...line, kind: 'fact_checker' }
      return 'ref' in line && line.ref === 'C' ? { ...line, rating: '대체로 사실 아님' } : line
    })
    const { refs } = await importLines(db, lines)

    const { json } = await api<object>(`/claims/${refs['R']}.jsonld`)
    const { json: own } = await api<object>(`/claims/${refs['C']}.jsonld`)
    const page = await api(`/claims/${refs['R']}?lang=en`, { headers: asBrowser })

    const review = { '@type': 'ClaimReview', reviewRating: { alternateName: '대체로 사실 아님' } }
    expect(json).toMatchObject({ review: [review] })
    expect(own).toMatchObject({ isPartOf: [{ ...review, author: { name: 'Lab' } }] })
    expect(schemaOrg().faultsOf(json)).toEqual([])
    expect(schemaOrg().faultsOf(own)).toEqual([])
    expect(textOf(page.text)).toContain('Rated “대체로 사실 아님” by Lab')
  })

  it('tells of every status that it had', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 'h'))
    await importLines(db, [
      { type: 'withdrawal', claim: refs['R'], at: '2025-12-20', reason: 'x', uncited: true },
    ])

    const said = textOf((await api(`/claims/${refs['R']}?lang=en`, { headers: asBrowser })).text)

    expect(said).toMatch(
      /History of its status .*Withdrawn by Info .* Answered or contested by the party it is about/,
    )
  })
})

describe('what shows the record', () => {
  it.for(['/claims', '/claims/R1', '/claims/R1.jsonld', '/stories/ms-ai-sales-targets'])(
    'has the name by which removed words are purged: %s',
    async (path, { api, refs }) => {
      const { headers, status } = await api(path.replace('R1', refs('R1')), { headers: asBrowser })

      expect(status).toBe(200)
      expect(headers.get('surrogate-key')?.split(' ')[0]).toBe('record')
      expect(headers.get('surrogate-key')?.length).toBeLessThan(1_200)
    },
  )
})

describe('the page of a story', () => {
  it('lists its claims with their statuses', async ({ api }) => {
    const { text } = await api('/stories/ms-ai-sales-targets?lang=ko', { headers: asBrowser })

    expect(textOf(text)).toContain('기록된 주장 22건')
    const list = text.slice(text.indexOf('id="claims"'))
    expect(list.match(/class="status"/g)).toHaveLength(22)
    expect(text).toMatch(/og:description" content="기록된 주장 22건: .*당사자 답변·이의 \(1\)/)
  })

  it('has its slug in any script, and its addresses in ASCII', async ({ api, db }) => {
    await importLines(db, [
      { type: 'story', slug: '한국어-사안', title: '한국어 사안', claims: [] },
    ])

    const { text, headers, status } = await api('/stories/한국어-사안', { headers: asBrowser })

    expect(status).toBe(200)
    expect(headers.get('link')).toMatch(/^[\x20-\x7E]+$/)
    expect(text).toContain(`/stories/${encodeURIComponent('한국어-사안')}"`)
  })
})

describe('the address of a claim or a story', () => {
  it.for([
    [undefined, 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['image/png', 'text/html; charset=utf-8'],
    ['application/json', 'application/json'],
    ['application/ld+json, application/json;q=0.9', 'application/ld+json'],
    ['text/html;q=0.5, application/ld+json', 'application/ld+json'],
    ['application/*', 'application/ld+json'],
  ] as const)('answers Accept %s with %s', async ([accept, type], { api, refs }) => {
    for (const path of [`/claims/${refs('R1')}`, '/stories/ms-ai-sales-targets']) {
      const { headers, status } = await api(path, { headers: accept ? { accept } : {} })

      expect([status, headers.get('content-type')]).toEqual([200, type])
      expect(headers.get('vary')).toBe('Accept, Accept-Language, Accept-Encoding')
      expect(headers.get('link')).toContain('rel="canonical"')
    }
  })

  it('gives as JSON what the API does', async ({ api, refs }) => {
    const headers = { accept: 'application/json' }

    const { json } = await api(`/claims/${refs('R1')}`, { headers })
    const story = await api('/stories/ms-ai-sales-targets', { headers })

    expect(json).toEqual((await api(`/v1/claims/${refs('R1')}`)).json)
    expect(story.json).toEqual((await api('/v1/stories/ms-ai-sales-targets')).json)
  })

  it('has a validator for each form', async ({ api, refs }) => {
    const path = `/claims/${refs('R1')}`
    const forms = ['text/html', 'application/json', 'application/ld+json']
    const tags = await Promise.all(
      forms.map(async (accept) => (await api(path, { headers: { accept } })).headers.get('etag')),
    )

    expect(new Set(tags).size).toBe(3)
    for (const [index, accept] of forms.entries()) {
      const headers = { accept, 'if-none-match': tags[index] ?? '' }
      expect((await api(path, { headers })).status).toBe(304)
    }
  })

  it('404: one page for everybody, in both languages, and one for frames', async ({
    api,
    refs,
  }) => {
    for (const [frame, others] of [
      ['', ['/claims/x', '/stories/x', `/claims/${refs('microsoft')}`]],
      ['/embed', ['/claims/x', '/stories/x', `/claims/${refs('microsoft')}`, '/x']],
    ] as const) {
      for (const language of ['ko', 'en']) {
        const headers = { ...asBrowser, 'accept-language': language }
        const absent = '019ae1e5-0000-7000-8000-000000000000'
        const nothing = await api(`${frame}/claims/${absent}?lang=${language}`, { headers })

        expect(nothing.status).toBe(404)
        expect(nothing.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(textOf(nothing.text)).toMatch(
          language === 'en' ? /Not found .* 찾을 수 없음/ : /찾을 수 없음 .* Not found/,
        )
        for (const path of others) {
          const other = await api(`${frame}${path}?lang=${language}`, { headers })
          expect([other.status, other.text]).toEqual([404, nothing.text])
        }
      }
    }
  })

  it('404: a problem document for programs', async ({ api }) => {
    for (const path of ['/claims/x', '/stories/x.jsonld', '/claims/x.jsonld']) {
      const { headers, status } = await api(path, { headers: { accept: 'application/json' } })
      expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    }
  })
})

describe('what is on record', () => {
  it.for(Object.entries(hostileTexts))('%s stays text', async ([name, text], { api, db }) => {
    const { refs } = await importLines(db, hostileLines(text, name.replaceAll(' ', '-')))
    const paths = [
      `/claims/${refs['claim']}`,
      `/embed/claims/${refs['claim']}`,
      `/stories/${refs['story']}`,
      `/embed/stories/${refs['story']}`,
    ]

    for (const path of paths) {
      const page = await api(path, { headers: asBrowser })

      expect(page.status).toBe(200)
      expect(page.text).not.toMatch(/<img|<b>bold|<script>alert|<!-- |onerror=alert\(1\)>/)
      expect(page.text.match(/<\/script>/g)).toHaveLength(1)
      const styles = path.startsWith('/stories/') ? 2 : 1
      expect(page.text.match(/<\/style>/g)).toHaveLength(styles)
    }
    const page = await api(`/claims/${refs['claim']}`, { headers: asBrowser })
    expect(jsonLdIn(page)['text']).toBe(text)
  })
})

describe('safety', () => {
  it('lets any page embed cards, and none embed pages', async ({ api, refs }) => {
    const policy = async (path: string) =>
      (await api(path, { headers: asBrowser })).headers.get('content-security-policy')

    for (const path of [`/embed/claims/${refs('R1')}`, '/embed/stories/x', '/embed/claims/x'])
      expect(await policy(path)).toMatch(/^default-src 'none';.* frame-ancestors \*$/)
    for (const path of [`/claims/${refs('R1')}`, '/stories/x', '/claims', '/', '/v1/claims'])
      expect(await policy(path)).toMatch(/^default-src 'none';.* frame-ancestors 'none'$/)
  })

  it('is open to any origin, refusals included, and leaves nothing behind', async ({
    api,
    refs,
  }) => {
    for (const path of [`/embed/claims/${refs('R1')}`, '/embed/claims/x', '/oembed', '/claims/x']) {
      const { headers } = await api(path, { headers: { origin: 'null' } })

      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
  })
})

describe('the first page', () => {
  it('leads to the claims, and they to their pages', async ({ api, refs }) => {
    const { text } = await api('/', { headers: asBrowser })
    const latest = await api('/claims?lang=en', { headers: asBrowser })

    expect(text).toContain('href="/claims?lang=en"')
    expect(latest.text).toContain('/claims/')
    expect(latest.text).toContain('story=ms-ai-sales-targets')
    expect(refs('R1')).toBeDefined()
  })
})
