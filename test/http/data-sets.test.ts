import { describe, expect } from 'vitest'
import { it, read, type Api } from '../support/api.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'

interface Line {
  readonly [field: string]: unknown
}

const seoul = { type: 'bundle', timezone: 'Asia/Seoul' }
const korean = { lang: 'ko' }
const checker = (ref: string) => sourceLine(ref, { kind: 'fact_checker' })
const unnamed = (report: string, quote: string) => ({
  citations: [{ report, quote, attribution: 'unnamed_source' }],
})

/** Small bundles in the shapes of data sets that people publish; the words are ours. */
const shapes: readonly (readonly [name: string, lines: readonly Line[]])[] = [
  [
    'a ClaimReview feed: a review has a day, the claim that it reviews may have none',
    [
      checker('checker'),
      sourceLine('mayor', { kind: 'person', name: 'The mayor' }),
      reportLine('review', 'checker', {
        publishedAt: '2023-04-11',
        url: 'https://check.example/1',
      }),
      claimLine('said', 'mayor', { assertedAt: null, text: 'Crime has doubled.' }),
      claimLine('rated', 'checker', {
        assertedAt: '2023-04-11',
        rating: 'Mostly false',
        citations: [{ report: 'review', quote: 'Crime rose by a tenth.' }],
      }),
      linkLine('answer', 'rebuts', 'rated', 'said'),
    ],
  ],
  [
    'X-Fact: many languages, months and years, claimants that nobody names',
    [
      checker('desk'),
      reportLine('page', 'desk', { publishedAt: '2019-07', lang: 'pt' }),
      claimLine('a', 'desk', { assertedAt: '2019', lang: 'pt', text: 'A água acabou.' }),
      claimLine('b', 'desk', {
        speaker: null,
        assertedAt: '2019-07',
        lang: 'ar',
        text: 'أغلقت المدارس.',
        ...unnamed('page', 'Dizem nas redes'),
      }),
    ],
  ],
  [
    'KLUE: sentence pairs without date or speaker, with hanja',
    [
      claimLine('premise', '', {
        ...korean,
        speaker: null,
        assertedAt: null,
        text: '金 장관은 女 직원에게 사과했다.',
      }),
      claimLine('hypothesis', '', {
        ...korean,
        speaker: null,
        assertedAt: null,
        text: '장관은 사과하지 않았다.',
      }),
      linkLine('contradiction', 'rebuts', 'hypothesis', 'premise'),
    ],
  ],
  [
    'Perspectrum: perspectives for and against, neither dated nor attributed',
    [
      claimLine('topic', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Trams should be free.',
      }),
      claimLine('for', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Fares keep people away.',
      }),
      claimLine('against', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Somebody has to pay.',
      }),
      linkLine('l1', 'supports', 'for', 'topic'),
      linkLine('l2', 'rebuts', 'against', 'topic'),
    ],
  ],
  [
    'Wikidata statements: from a year to a year, or still so',
    [
      sourceLine('wiki', { kind: 'group', name: 'A knowledge base' }),
      sourceLine('person', {
        kind: 'person',
        affiliations: [{ relation: 'employed_by', source: 'wiki', from: '2014', to: '2015-06' }],
      }),
      claimLine('held', 'wiki', { about: ['person'], assertedAt: '2014/2015' }),
      claimLine('holds', 'wiki', { about: ['person'], assertedAt: '2014-05-01/..' }),
    ],
  ],
  [
    'LIAR: statements by people with a party, and no dates',
    [
      sourceLine('party', { kind: 'group', name: 'A party' }),
      sourceLine('senator', {
        kind: 'person',
        affiliations: [{ relation: 'part_of', source: 'party' }],
      }),
      checker('meter'),
      claimLine('s1', 'senator', { assertedAt: null }),
      claimLine('r1', 'meter', { assertedAt: null, rating: 'half-true' }),
      linkLine('j1', 'qualifies', 'r1', 's1'),
    ],
  ],
  [
    'a Korean newswire: local times without a zone',
    [
      seoul,
      sourceLine('wire', { kind: 'outlet', name: '통신사' }),
      reportLine('story', 'wire', {
        ...korean,
        publishedAt: '2021-01-03 20:01:30',
        title: '李 대표 발언',
      }),
      claimLine('n1', 'wire', {
        ...korean,
        assertedAt: '2021-01-03 20:01:30',
        text: '李 대표가 물러난다.',
      }),
      claimLine('n2', '', {
        ...korean,
        speaker: null,
        assertedAt: '2021-01-03',
        text: '물러나지 않는다.',
        ...unnamed('story', '한 관계자는 말했다'),
      }),
    ],
  ],
  [
    'GDELT: mentions counted by the quarter hour in UTC',
    [
      sourceLine('feed', { kind: 'outlet' }),
      reportLine('m', 'feed', {
        publishedAt: '2020-02-29T23:45:00Z',
        accessedAt: '2020-03-01T00:00:00Z',
      }),
      claimLine('event', 'feed', {
        assertedAt: '2020-02-29T23:45:00Z',
        citations: [{ report: 'm', quote: 'Talks ended.', attribution: 'relay' }],
      }),
    ],
  ],
  [
    'a court register: rulings by their day, dockets by their year',
    [
      sourceLine('court', { kind: 'body', name: 'A court' }),
      sourceLine('plaintiff', { kind: 'company' }),
      reportLine('ruling', 'court', {
        kind: 'ruling',
        publishedAt: '1911-06-01',
        title: '2 K 14/11',
      }),
      claimLine('averred', 'plaintiff', { assertedAt: '1910' }),
      claimLine('found', 'court', {
        kind: 'ruling',
        assertedAt: '1911-06-01',
        citations: [{ report: 'ruling', quote: 'The action is dismissed.' }],
      }),
      linkLine('f', 'rebuts', 'found', 'averred'),
    ],
  ],
  [
    'Community Notes: notes by writers that nobody knows, to the millisecond',
    [
      sourceLine('poster', { kind: 'person' }),
      reportLine('post', 'poster', { kind: 'post', publishedAt: '2022-11-05T14:03:27.481Z' }),
      claimLine('post-claim', 'poster', { assertedAt: '2022-11-05T14:03:27.481Z' }),
      claimLine('note', '', { speaker: null, assertedAt: '2022-11-05T18:41:09.002Z' }),
      linkLine('n', 'qualifies', 'note', 'post-claim'),
    ],
  ],
  [
    'MultiFC: claim dates and check dates, either of which may be missing',
    [
      checker('site'),
      sourceLine('blog', { kind: 'outlet' }),
      reportLine('check', 'site', { publishedAt: null, accessedAt: '2019-05' }),
      claimLine('dated', 'blog', { assertedAt: '2017-03-09' }),
      claimLine('undated', 'site', {
        assertedAt: null,
        rating: 'no evidence',
        citations: [{ report: 'check', quote: 'We found nothing.' }],
      }),
      linkLine('c', 'undercuts', 'undated', 'dated'),
    ],
  ],
  [
    'Argdown: an argument map by no one, of no day',
    [
      claimLine('thesis', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Censorship is wrong.',
      }),
      claimLine('reason', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Nobody may silence another.',
      }),
      claimLine('objection', '', {
        kind: 'opinion',
        speaker: null,
        assertedAt: null,
        text: 'Some words do harm.',
      }),
      linkLine('a1', 'supports', 'reason', 'thesis'),
      linkLine('a2', 'undercuts', 'objection', 'reason'),
    ],
  ],
]

describe('a data set in the shape of', () => {
  it.for(shapes)('%s', async ([, lines], { api }) => {
    const { status, json } = await api<{ refs: Record<string, string> }>('/v1/import', {
      method: 'POST',
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    })
    expect(status).toBe(200)
    const idOf = (ref: unknown) => (typeof ref === 'string' ? json.refs[ref] : undefined)

    for (const line of lines.filter(({ type }) => type === 'claim')) {
      const id = idOf(line['ref']) ?? ''
      const claim = await read<Line & { text: string }>(api, `/v1/claims/${id}`)
      const speaker = line['speaker'] === null ? null : { id: idOf(line['speaker']) }

      expect(claim).toMatchObject({
        speaker,
        text: line['text'],
        assertedAt: written(line['assertedAt']),
      })
      await expectNothingInvented(api, id, claim)
    }
  })
})

/** What a bundle in Korean time is answered with. */
function written(date: unknown): unknown {
  return date === '2021-01-03 20:01:30' ? '2021-01-03T20:01:30+09:00' : date
}

/** Neither a date nor a speaker that was not given stands in any form of a claim. */
async function expectNothingInvented(api: Api, id: string, claim: Line): Promise<void> {
  const page = await api(`/claims/${id}`, { isPublic: true, headers: { accept: 'text/html' } })
  const card = await api(`/embed/claims/${id}`, { isPublic: true })
  const data = await api<Line>(`/claims/${id}`, {
    isPublic: true,
    headers: { accept: 'application/ld+json' },
  })

  for (const { status, text } of [page, card]) {
    expect(status).toBe(200)
    const byline = /<p class="by">.*?<\/p>/.exec(text)?.[0] ?? ''
    const isUndated = claim['assertedAt'] === null
    expect(/date not known|날짜 미상/.test(byline)).toBe(isUndated)
    expect(isUndated && /<time|\d{4}/.test(byline)).toBe(false)
    expect(/Speaker not named|발언자 미상/.test(byline)).toBe(claim['speaker'] === null)
    expect(text).not.toMatch(/1970|Invalid Date|NaN|undefined/)
  }
  expect(Object.hasOwn(data.json, 'datePublished')).toBe(isSingle(claim['assertedAt']))
  expect(Object.hasOwn(data.json, 'author')).toBe(claim['speaker'] !== null)
}

function isSingle(date: unknown): boolean {
  return typeof date === 'string' && !date.includes('/')
}
