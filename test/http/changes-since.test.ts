import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { ClaimView } from '../../src/views/claim.ts'
import type { sinceView } from '../../src/views/since.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import {
  claimLine,
  endLine,
  linkLine,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../support/lines.ts'
import { redact } from '../support/redact.ts'

type Told = ClaimView & { readonly since: z.output<typeof sinceView> }

/** A report by a paper about a firm, three answers, and what may be entered later. */
const story = [
  sourceLine('paper', { kind: 'outlet' }),
  sourceLine('firm'),
  sourceLine('lab', { kind: 'analyst' }),
  sourceLine('other'),
  reportLine('page', 'paper'),
  claimLine('R', 'paper', {
    about: ['firm'],
    points: [{ id: 'a', text: 'The plant closed' }],
    citations: [{ report: 'page', quote: 'The plant clsed' }],
  }),
  claimLine('twin', 'other', { about: ['firm'] }),
  claimLine('D', 'firm', { about: ['firm'] }),
  claimLine('U', 'lab'),
  claimLine('N', 'other'),
  claimLine('later', 'firm'),
  claimLine('again', 'lab'),
  claimLine('C', 'firm'),
  claimLine('Y', 'firm', { about: ['firm'] }),
  linkLine('d', 'rebuts', 'D', 'R'),
  linkLine('c', 'concedes', 'C', 'R', { uncited: true }),
  linkLine('y', 'qualifies', 'Y', 'R', { response: 'confirms', meets: ['a'] }),
  linkLine('u', 'undercuts', 'U', 'R'),
]

type Refs = Readonly<Record<string, string>>
type Step = (api: Api, refs: Refs) => Promise<unknown>

/** What happens, and how it is told; nothing where no reader can see it. */
const steps: Readonly<
  Record<string, { readonly happens: (refs: Refs) => readonly object[] | Step; told: object }>
> = {
  'an answer is added': {
    happens: ({ N = '', R = '' }) => [linkLine('n', 'rebuts', N, R)],
    told: { answersAdded: '1 answer added' },
  },
  'a restatement is answered': {
    happens: ({ N = '', R = '', twin = '' }) => [
      linkLine('t', 'restates', twin, R),
      linkLine('n', 'rebuts', N, twin),
    ],
    told: { answersAdded: '1 answer added' },
  },
  'two answers are added, and one of them is an entry error': {
    happens: ({ N = '', R = '', again = '' }) => [
      linkLine('n', 'rebuts', N, R),
      linkLine('g', 'qualifies', again, R),
      voidLine({ claim: again }),
    ],
    told: { answersAdded: '1 answer added' },
  },
  'an answer is withdrawn': {
    happens: ({ D = '' }) => [withdrawalLine(D)],
    told: { answersWithdrawn: '1 answer withdrawn' },
  },
  'an answer is replaced': {
    happens: ({ later = '', D = '' }) => [linkLine('s', 'supersedes', later, D)],
    told: { answersReplaced: '1 answer replaced by the speaker' },
  },
  'an answer is dropped': {
    happens: ({ u = '' }) => [endLine(u)],
    told: { answersDropped: '1 answer dropped by the author' },
  },
  'an answer is corrected': {
    happens:
      () =>
      async (api, { D }) =>
        api(`/v1/claims/${D}`, amendment({ text: 'What it really says' }, 1)),
    told: { answersCorrected: 'the words of 1 answer corrected' },
  },
  'the firm confirms it': {
    happens: ({ later = '', R = '' }) => [linkLine('c', 'concedes', later, R, { uncited: true })],
    told: { confirmationsAdded: '1 confirmation added' },
  },
  'the points that an answer meets are corrected': {
    happens:
      () =>
      async (api, { d }) =>
        api(`/v1/links/${d}`, amendment({ meets: ['a'] }, 1)),
    told: { answersReread: 'what 1 answer touches corrected' },
  },
  'what an answer says is corrected': {
    happens:
      () =>
      async (api, { d }) =>
        api(`/v1/links/${d}`, amendment({ response: 'elsewhere' }, 1)),
    told: { answersReread: 'what 1 answer touches corrected' },
  },
  'a note on an answer is corrected': {
    happens:
      () =>
      async (api, { d }) =>
        api(`/v1/links/${d}`, amendment({ note: 'For the desk.' }, 1)),
    told: {},
  },
  'a concession is dropped': {
    happens: ({ c = '' }) => [endLine(c)],
    told: { confirmationsTakenBack: '1 confirmation taken back' },
  },
  'a concession is withdrawn': {
    happens: ({ C = '' }) => [withdrawalLine(C)],
    told: { confirmationsTakenBack: '1 confirmation taken back' },
  },
  'a concession is an entry error': {
    happens: ({ c = '' }) => [voidLine({ link: c })],
    told: { confirmationsRemoved: '1 confirmation removed as an entry error' },
  },
  'a confirmation is an entry error': {
    happens: ({ y = '' }) => [voidLine({ link: y })],
    told: { answersRemoved: '1 answer removed as an entry error' },
  },
  'who confirmed it never did': {
    happens: ({ Y = '' }) => [voidLine({ claim: Y })],
    told: { answersRemoved: '1 answer removed as an entry error' },
  },
  'a quote is an entry error': {
    happens:
      () =>
      async (api, { R }) => {
        const claim = await read<ClaimView>(api, `/v1/claims/${R}`)
        await end(api, `/v1/citations/${claim.citations[0]?.id}/void`)
      },
    told: { quotesRemoved: '1 quote removed as an entry error' },
  },
  'a reason is given for it': {
    happens: ({ N = '', R = '' }) => [linkLine('r', 'supports', N, R)],
    told: { reasonsAdded: '1 reason for it added' },
  },
  'a quote is added': {
    happens:
      () =>
      async (api, { R, page }) =>
        cite(api, R, { report: page, quote: 'In May' }),
    told: { quotesAdded: '1 quote added' },
  },
  'a quote is corrected': {
    happens:
      () =>
      async (api, { R, page }) => {
        const claim = await read<ClaimView>(api, `/v1/claims/${R}`)
        await cite(api, R, { report: page, quote: 'The plant closed' })
        await end(api, `/v1/citations/${claim.citations[0]?.id}/void`)
      },
    told: { quotesCorrected: '1 quote corrected' },
  },
  'its words are corrected': {
    happens:
      () =>
      async (api, { R }) =>
        api(`/v1/claims/${R}`, amendment({ text: 'The plant closed in May' }, 1)),
    told: { wordsCorrected: 'its words corrected' },
  },
  'its points are changed': {
    happens:
      () =>
      async (api, { R }) => {
        const points = [
          { id: 'a', text: 'The plant closed' },
          { id: 'b', text: 'in May' },
        ]
        return api(`/v1/claims/${R}`, amendment({ points }, 1))
      },
    told: { pointsChanged: 'its points changed' },
  },
  'a translation of a point is added': {
    happens:
      () =>
      async (api, { R }) => {
        const texts = [{ lang: 'ko', text: '공장이 닫혔다', by: 'human' }]
        const points = [{ id: 'a', text: 'The plant closed', texts }]
        return api(`/v1/claims/${R}`, amendment({ points }, 1))
      },
    told: { translationsChanged: 'its translations changed' },
  },
  'a translation is added': {
    happens:
      () =>
      async (api, { R }) =>
        api(
          `/v1/claims/${R}`,
          amendment({ texts: [{ lang: 'ko', text: '공장이 닫혔다', by: 'human' }] }, 1),
        ),
    told: { translationsChanged: 'its translations changed' },
  },
  'its date is corrected': {
    happens:
      () =>
      async (api, { R }) =>
        api(`/v1/claims/${R}`, amendment({ assertedAt: '2025-12-02' }, 1)),
    told: { detailsCorrected: 'other details corrected' },
  },
  'something happens elsewhere': {
    happens: ({ N = '', later = '' }) => [linkLine('x', 'rebuts', N, later)],
    told: {},
  },
}

async function cite(api: Api, claim: string | undefined, body: object) {
  return end(api, `/v1/claims/${claim}/citations`, body)
}

async function end(api: Api, path: string, body: object = { reason: 'For the test.' }) {
  const noun = path.split('/').slice(0, 4).join('/')
  const version = noun.includes('citations') ? 1 : (await read<ClaimView>(api, noun)).version
  const { status, text } = await api(path, {
    method: 'POST',
    body,
    headers: { 'if-match': `"${version}"` },
  })
  expect([path, status < 300 || text]).toEqual([path, true])
}

/** A moment after everything so far and before everything later. */
async function now(): Promise<string> {
  await sleep(5)
  const at = new Date().toISOString()
  await sleep(5)
  return at
}

async function told(api: Api, id: string, since: string, lang = 'en'): Promise<Told> {
  return read(api, `/v1/claims/${id}?since=${since}&lang=${lang}`)
}

describe('what has changed since a reader saw a claim', () => {
  it.for(Object.entries(steps))(
    'is told when %s',
    async ([, { happens, told: expected }], { api, db }) => {
      const { refs } = await importLines(db, story)
      const before = await now()
      const lines = happens(refs)

      await (typeof lines === 'function' ? lines(api, refs) : importLines(db, lines))

      const { since } = await told(api, refs['R'] ?? '', before)
      expect(Object.fromEntries(since.changes.map(({ change, text }) => [change, text]))).toEqual(
        expected,
      )
      expect((await told(api, refs['R'] ?? '', await now())).since.changes).toEqual([])
    },
  )

  it('is one line with the status, in both languages, on the page and the card', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, story)
    const { R = '', N = '', U = '', again = '' } = refs
    const before = await now()
    await importLines(db, [
      linkLine('n', 'rebuts', N, R),
      linkLine('g', 'qualifies', again, R),
      withdrawalLine(U),
    ])

    const [en, ko] = [await told(api, R, before), await told(api, R, before, 'ko')]

    expect(en.since.text).toMatch(
      /^Changed since .*: “Countered · no answer that stands” → “Accounts differ” · 2 answers added, 1 answer withdrawn$/,
    )
    expect(ko.since.text).toMatch(
      / 이후 변경: ‘반박됨 · 유효한 재반박 없음’ → .* · 답변 2건 추가, 답변 1건 철회$/,
    )
    for (const [path, { text }] of [
      [`/claims/${R}?lang=en&since=${before}`, en.since],
      [`/embed/claims/${R}?lang=ko&since=${before}`, ko.since],
    ] as const)
      expect(textOf((await api(path, { headers: { accept: 'text/html' } })).text)).toContain(text)
  })

  it('leaves out what was removed since', async ({ api, db }) => {
    const { refs } = await importLines(db, story)
    const { R = '', N = '' } = refs
    const before = await now()
    const { refs: added } = await importLines(db, [linkLine('n', 'rebuts', N, R)])
    expect((await told(api, R, before)).since.changes).toHaveLength(1)

    await redact(db, 'claim', N)

    expect((await told(api, R, before)).since.changes).toEqual([])
    expect(added['n']).toBeDefined()
  })

  it('is that it is new, where it was not on record', async ({ api, db }) => {
    const { refs } = await importLines(db, story)

    const { since } = await told(api, refs['R'] ?? '', '2020')

    expect(since).toMatchObject({ isNew: true, status: null, changes: [] })
    expect(since.text).toBe('Was not yet on record in 2020')
  })

  it('400: not for the future, an interval, or a past moment', async ({ api, db }) => {
    const { refs } = await importLines(db, story)

    for (const query of ['since=9999', 'since=2014/2015', 'since=today', 'since=2025&asOf=1']) {
      const { status, json } = await api<{ errors: { pointer: string }[] }>(
        `/v1/claims/${refs['R']}?${query}`,
      )
      expect([query, status, json.errors[0]?.pointer]).toEqual([query, 400, '/since'])
    }
  })
})
