import { describe, expect } from 'vitest'
import type { AttributionView } from '../../src/views/attribution.ts'
import { it, read, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import {
  claimLine,
  endLine,
  linkLine,
  mergeLine,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../support/lines.ts'
import { redact } from '../support/redact.ts'
import { it as seeded } from '../support/seed-api.ts'

async function attributed(api: Api, id: string | undefined, query = 'lang=en') {
  return read<AttributionView>(api, `/v1/claims/${id}/attribution?${query}`)
}

/** A citation of a claim. */
function cited(report: string, attribution = 'firsthand', quote = 'The plant closed') {
  return { report, quote, attribution }
}

/** A paper with sourcing of its own, another one, and three that relay. */
const plant = [
  ...['paper', 'rival', 'daily', 'weekly', 'blog', 'agency'].map((ref) =>
    sourceLine(ref, { kind: 'outlet', name: `The ${ref}` }),
  ),
  sourceLine('firm'),
  sourceLine('voice', {
    kind: 'person',
    affiliations: [{ relation: 'speaks_for', source: 'firm', from: null, to: null }],
  }),
  reportLine('paper-1', 'paper', { publishedAt: '2025-12-03' }),
  reportLine('rival-1', 'rival', { publishedAt: '2025-12-05' }),
  reportLine('daily-1', 'daily', { publishedAt: '2025-12-04' }),
  reportLine('weekly-1', 'weekly', { publishedAt: '2025-12-06' }),
  reportLine('blog-1', 'blog', { publishedAt: null }),
  claimLine('R', 'paper', {
    about: ['firm'],
    citations: [
      cited('paper-1', 'unnamed_source'),
      cited('daily-1', 'relay'),
      cited('weekly-1', 'relay'),
      cited('blog-1', 'named_source'),
    ],
  }),
]

function restating(ref: string, speaker: string, given: object) {
  return [
    claimLine(ref, speaker, { about: ['firm'], ...given }),
    linkLine(`${ref}-r`, 'restates', ref, 'R'),
  ]
}

interface Expected {
  readonly lines: readonly object[]
  readonly text: string
  readonly kinds?: object
}

const own = { citations: [cited('rival-1', 'unnamed_source')], assertedAt: '2025-12-05' }
const one = 'Earliest on record: The paper, 3 December 2025; relayed by 3 publishers'

const cases: Readonly<Record<string, Expected>> = {
  'one original and its relays': { lines: [], text: `${one}; 1 independent original on record` },
  'a restatement on sourcing of its own is another original': {
    lines: restating('B', 'rival', own),
    text: `${one}; 2 independent originals on record`,
  },
  'a restatement by relay is no original': {
    lines: restating('B', 'rival', { ...own, citations: [cited('rival-1', 'relay')] }),
    text: 'Earliest on record: The paper, 3 December 2025; relayed by 4 publishers; 1 independent original on record',
  },
  'two that rely on one text are one original': {
    lines: [
      ...restating('B', 'rival', own),
      claimLine('A', 'agency', { assertedAt: '2025-12-02' }),
      linkLine('ra', 'relies_on', 'R', 'A'),
      linkLine('ba', 'relies_on', 'B', 'A'),
    ],
    text: `${one}; 1 independent original on record`,
  },
  'a company and its spokesperson are one original': {
    lines: [
      ...restating('F', 'firm', { citations: [cited('rival-1')], assertedAt: '2025-12-05' }),
      ...restating('V', 'voice', { citations: [cited('rival-1')], assertedAt: '2025-12-05' }),
    ],
    text: `${one}; 2 independent originals on record`,
  },
  'overlapping dates do not tell the earliest': {
    lines: restating('B', 'rival', { ...own, assertedAt: '2025-12' }),
    text: 'Earliest on record: The rival (December 2025) or The paper (3 December 2025), the dates do not tell which; relayed by 3 publishers; 2 independent originals on record',
  },
  'an unknown date does not tell either': {
    lines: restating('B', 'rival', { ...own, assertedAt: null }),
    text: 'Earliest on record: The paper (3 December 2025) or The rival (date not known), the dates do not tell which; relayed by 3 publishers; 2 independent originals on record',
  },
  'three of them are counted': {
    lines: [
      ...restating('B', 'rival', { ...own, assertedAt: null }),
      ...restating('C', 'agency', { citations: [], assertedAt: null }),
    ],
    text: 'Earliest on record: one of 3, the dates do not tell which; relayed by 3 publishers; 2 independent originals on record; 1 known only through relays',
  },
  'an earlier one is told, and counted apart where it was taken back': {
    lines: [
      ...restating('B', 'rival', { ...own, assertedAt: '2025-11' }),
      withdrawalLine('B', { at: '2026-01-01' }),
    ],
    text: 'Earliest on record: The rival, November 2025; relayed by 3 publishers; 1 independent original on record; 1 taken back by the speaker',
  },
  'one whose speaker is not named is counted apart': {
    lines: [
      claimLine('B', 'paper', { ...own, speaker: null, about: ['firm'] }),
      linkLine('b', 'restates', 'B', 'R'),
    ],
    text: 'Earliest on record: The paper, 3 December 2025; relayed by 4 publishers; 1 independent original on record; 1 by a speaker not named',
  },
  'a link that was dropped joins nothing': {
    lines: [...restating('B', 'rival', own), endLine('B-r')],
    text: `${one}; 1 independent original on record`,
  },
  'an entry error joins nothing': {
    lines: [...restating('B', 'rival', own), voidLine({ claim: 'B' })],
    text: `${one}; 1 independent original on record`,
  },
  'a merged publisher counts once': {
    lines: [mergeLine('source', 'weekly', 'daily')],
    text: 'Earliest on record: The paper, 3 December 2025; relayed by 2 publishers; 1 independent original on record',
  },
  'a better wording of the same speaker is the same original': {
    lines: [
      claimLine('R2', 'paper', { about: ['firm'], assertedAt: '2025-12-09', citations: [] }),
      linkLine('w', 'supersedes', 'R2', 'R', { change: 'wording' }),
    ],
    text: `${one}; 1 independent original on record`,
  },
}

describe('GET /v1/claims/{id}/attribution', () => {
  it.for(Object.entries(cases))('tells that %s', async ([, { lines, text }], { api, db }) => {
    const { refs } = await importLines(db, [...plant, ...lines])

    expect((await attributed(api, refs['R'])).text).toBe(text)
  })

  it('names reports in the order of publication, and says how each has it', async ({ api, db }) => {
    const { refs } = await importLines(db, plant)

    const { relays, originals, earliest } = await attributed(api, refs['R'])

    expect(relays.items.map(({ attribution, report }) => [attribution, report.title])).toEqual([
      ['relay', 'Report daily-1'],
      ['relay', 'Report weekly-1'],
      ['named_source', 'Report blog-1'],
    ])
    expect(originals.items).toMatchObject([
      { kind: 'on_record', claims: [{ claim: refs['R'] }], report: { id: refs['paper-1'] } },
    ])
    expect(earliest).toMatchObject([{ claim: refs['R'], assertedAt: '2025-12-03' }])
  })

  it('is the same from every restatement, and in Korean', async ({ api, db }) => {
    const { refs } = await importLines(db, [...plant, ...restating('B', 'rival', own)])

    const [one, other] = [await attributed(api, refs['R']), await attributed(api, refs['B'])]

    expect({ ...other, claim: one.claim }).toEqual(one)
    expect((await attributed(api, refs['B'], 'lang=ko')).text).toBe(
      '기록상 가장 이른 발언: The paper, 2025년 12월 3일; 전언 3곳; 기록에 있는 독립된 출처 2곳',
    )
  })

  it('says what was on record at a past moment', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '' } = refs
    await importLines(db, [
      claimLine('B', refs['rival'] ?? '', { ...own, citations: [] }),
      linkLine('b', 'restates', 'B', R),
    ])

    const past = await attributed(api, R, `lang=en&asOf=${events?.last}`)

    expect(past.text).toBe(`${one}; 1 independent original on record`)
    expect((await attributed(api, R)).text).toBe(
      `${one}; 1 independent original on record; 1 known only through relays`,
    )
  })

  it('does not tell the earliest of more claims than it reads', async ({ api, db }) => {
    const others = Array.from({ length: 101 }, (_, at) => `s${at}`)
    const { refs } = await importLines(db, [
      ...plant,
      ...others.map((ref) => sourceLine(ref)),
      ...others.flatMap((ref) => restating(`c-${ref}`, ref, { assertedAt: '2020' })),
    ])

    const { text, earliest, claims, originals } = await attributed(api, refs['R'])

    expect(text).toMatch(/^More than 100 claims on record say the same; /)
    expect(earliest).toEqual([])
    expect(claims).toEqual({ count: 100, more: true })
    expect(originals.items).toHaveLength(50)
    expect(originals.more).toBe(true)
  })

  it('has no removed words, and shows nothing of a claim that was removed', async ({ api, db }) => {
    const { refs } = await importLines(db, plant)
    await redact(db, 'report', refs['daily-1'] ?? '')
    await redact(db, 'source', refs['paper'] ?? '')

    const { text, relays } = await attributed(api, refs['R'])

    expect(text).toMatch(/^Earliest on record: a source whose name was removed, 3 December 2025; /)
    expect(relays.items[0]?.report.title).toBeNull()
    await redact(db, 'claim', refs['R'] ?? '')
    expect((await api(`/v1/claims/${refs['R']}/attribution`)).status).toBe(410)
  })

  it('leads on from a merged claim, and says nothing of an entry error', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...plant,
      claimLine('twin', 'paper', { about: ['firm'] }),
      mergeLine('claim', 'twin', 'R'),
      claimLine('error', 'paper'),
      voidLine({ claim: 'error' }),
    ])

    expect((await api(`/v1/claims/${refs['twin']}/attribution`)).status).toBe(301)
    expect(await attributed(api, refs['error'])).toMatchObject({
      text: null,
      originals: { count: 0 },
    })
    expect((await api('/v1/claims/nothing/attribution')).status).toBe(404)
  })
})

describe('the seed story', () => {
  seeded('has the report only through its relay', async ({ api, refs }) => {
    const { text, originals, relays } = await attributed(api, refs('R1'))

    expect(text).toBe(
      'Earliest on record: The Information, 3 December 2025; relayed by Newsletter (publisher not stated); the original itself is not on record; figures that go back to the same claims conflict',
    )
    expect(originals.kinds).toEqual({ on_record: 0, relayed_only: 1, taken_back: 0, unnamed: 0 })
    expect(relays).toMatchObject({ publishers: 1, count: 1, more: false })
  })

  seeded('finds where the newsletter contradicts itself on the figure', async ({ api, refs }) => {
    for (const ref of ['R1', 'F1', 'F2']) {
      const { drift } = await attributed(api, refs(ref))
      expect(drift.items).toMatchObject([
        {
          isConflict: true,
          text: 'These figures conflict: a change of −50% to −25% (Newsletter (publisher not stated), December 2025) and a level of 25% to 50% (Newsletter (publisher not stated), December 2025)',
        },
      ])
      expect(drift.items[0]?.claims.toSorted()).toEqual([refs('F1'), refs('F2')].toSorted())
    }
    const { drift } = await attributed(api, refs('F1'), 'lang=ko')
    expect(drift.items[0]?.text).toBe(
      '상충하는 수치: 증감 −50~−25%(뉴스레터 (발행처 미상), 2025년 12월), 수준 25~50%(뉴스레터 (발행처 미상), 2025년 12월)',
    )
  })

  seeded('says on the page of a claim where it was said', async ({ api, refs }) => {
    const { text } = await api(`/claims/${refs('R1')}?lang=ko`, {
      headers: { accept: 'text/html' },
    })

    expect(textOf(text)).toContain(
      '기록상 가장 이른 발언: 디인포메이션, 2025년 12월 3일; 전언: 뉴스레터 (발행처 미상); 원문은 기록에 없음',
    )
  })
})
