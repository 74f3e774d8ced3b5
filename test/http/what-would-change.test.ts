import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import type { WhatWouldChangeView } from '../../src/views/what-would-change.ts'
import { it, read, type Api } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import {
  claimLine,
  linkLine,
  quarrel,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../support/lines.ts'
import { enterRandom } from '../support/random-merges.ts'

type Told = ClaimView & { readonly whatWouldChange: WhatWouldChangeView | null }

async function told(api: Api, id: string, lang = 'en'): Promise<Told> {
  return read(api, `/v1/claims/${id}?include=whatWouldChange&lang=${lang}`)
}

async function statusOf(api: Api, id: string) {
  return (await read<ClaimView>(api, `/v1/claims/${id}`)).status
}

/** How to make an event happen, and to take it back. */
interface Carried {
  readonly name: string
  /** Returns how to undo it; undefined if the write rules refuse it. */
  readonly happen: (api: Api) => Promise<(() => Promise<void>) | undefined>
}

const reason = 'For the test.'
const at = '2026-11-01'

async function write(api: Api, path: string, body: object | string) {
  const isLines = typeof body === 'string'
  const { version } = isLines
    ? { version: 0 }
    : await read<ClaimView>(api, path.replace(/(?<=-\w{12}).*/, ''))
  const headers = isLines
    ? { 'content-type': 'application/x-ndjson' }
    : { 'if-match': `"${version}"` }
  const { status, json } = await api<{ refs: Record<string, string>; errors: unknown }>(path, {
    method: 'POST',
    body,
    headers,
  })
  if (status === 422) return undefined
  expect([path, status, json.errors]).toEqual([path, 200, undefined])
  return json
}

function withdrawal(claim: string, report: string): Carried {
  const path = `/v1/claims/${claim}`
  return {
    name: `withdrawal ${claim}`,
    happen: async (api) => {
      const body = { at, reason, citation: { report, quote: 'We take it back.' } }
      if (!(await write(api, `${path}/withdraw`, body))) return undefined
      return async () => void (await write(api, `${path}/withdrawal/void`, { reason }))
    },
  }
}

function answer(name: string, lines: readonly object[]): Carried {
  return {
    name,
    happen: async (api) => {
      const sent = [{ type: 'bundle', duplicates: 'new' }, ...lines]
      const body = sent.map((line) => JSON.stringify(line)).join('\n')
      const done = await write(api, '/v1/import', body)
      if (!done) return undefined
      return async () => void (await write(api, `/v1/claims/${done.refs['new']}/void`, { reason }))
    },
  }
}

function settingAside(ruling: string, body: string): Carried {
  const ruled = { kind: 'ruling', about: [], uncited: true, assertedAt: at }
  return answer(`set_aside ${ruling}`, [
    claimLine('new', body, ruled),
    linkLine('l', 'undercuts', 'new', ruling),
  ])
}

function confirmation(claim: string, by: string): Carried {
  return answer(`confirmation ${by}`, [
    claimLine('new', by, { about: [by], assertedAt: at }),
    linkLine('l', 'concedes', 'new', claim, { uncited: true }),
  ])
}

/** Events of the three kinds, from what readers see of a claim. */
async function eventsOf(
  api: Api,
  claim: Told,
  { court, report }: Readonly<Record<string, string>>,
): Promise<Carried[]> {
  const { items } = await read<{ items: CounterpointView[] }>(
    api,
    `/v1/claims/${claim.id}/counterpoints?limit=200`,
  )
  const cites = claim.explanation?.cites.slice(0, 5) ?? []
  const ids = new Set([claim.id, ...cites, ...items.map((each) => each.claim.id)])
  const lost = await Promise.all([...ids].map((id) => read<ClaimView>(api, `/v1/claims/${id}`)))
  return [
    ...lost.flatMap(({ id, kind, speaker, status }) => {
      if (status === 'withdrawn' || status === null) return []
      if (kind === 'ruling') return [settingAside(id, court ?? '')]
      return speaker ? [withdrawal(id, report ?? '')] : []
    }),
    ...claim.about.map(({ id }) => confirmation(claim.id, id)),
  ]
}

describe('what would change where a claim stands', () => {
  const responses = [
    ['confirms', 'If Acme conceded this, ', 'Acme이 이 주장을 전부 인정하면 '],
    ['neither', 'If Acme confirmed this, ', 'Acme이 이 주장을 인정하면 '],
  ] as const

  it.for(responses)('asks a party that %s for what is missing', async (row, { api, db }) => {
    const [response, en, ko] = row
    const { refs } = await importLines(db, [
      sourceLine('paper'),
      sourceLine('firm', { name: 'Acme' }),
      claimLine('R', 'paper', { about: ['firm'] }),
      claimLine('C', 'firm'),
      linkLine('l', 'qualifies', 'C', 'R', { response }),
    ])

    for (const [lang, words] of [
      ['en', en],
      ['ko', ko],
    ] as const) {
      const { whatWouldChange } = await told(api, refs['R'] ?? '', lang)
      const texts = whatWouldChange?.events?.map(({ text }) => text) ?? []
      expect(texts.some((text) => text.startsWith(words))).toBe(true)
    }
  })

  it.for([1, 2, 3])(
    'comes true when it happens, and nothing else of its kind moves it, record %i',
    { timeout: 300_000 },
    async (seed, { api, db }) => {
      const { record } = await enterRandom(db, seed)
      const { refs } = await importLines(db, [
        sourceLine('court', { kind: 'body', name: `Court ${seed}` }),
        reportLine('report', 'court', { title: `Report ${seed}` }),
      ])
      const seen = { moved: 0, still: 0 }

      for (const { id } of record.claims.filter(({ voided }) => !voided)) {
        const claim = await told(api, id)
        const said = new Map(
          claim.whatWouldChange?.events?.map(({ event, claim, by, status }) => {
            return [`${event} ${claim ?? by?.id}`, status]
          }),
        )
        for (const { name, happen } of await eventsOf(api, claim, refs)) {
          const undo = await happen(api)
          const then = undo ? await statusOf(api, id) : 'refused'
          const expected = said.get(name) ?? (undo ? claim.status : 'refused')
          expect([name, then]).toEqual([name, expected])
          seen[said.delete(name) ? 'moved' : 'still'] += 1
          await undo?.()
          expect(await statusOf(api, id)).toBe(claim.status)
        }
        expect([...said]).toEqual([])
      }
      expect(seen.moved).toBeGreaterThan(5)
      expect(seen.still).toBeGreaterThan(0)
      await expectRightRecord(db)
    },
  )

  it('is said in sentences, in both languages', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...quarrel(),
      linkLine('l', 'rebuts', 'denial', 'story'),
    ])
    const { story = '', denial = '', firm = '' } = refs

    const [en, ko] = [await told(api, story), await told(api, story, 'ko')]

    expect(en.whatWouldChange).toMatchObject({ lang: 'en', rulesVersion: 2, rules: '/rules/2' })
    expect(en.whatWouldChange?.events).toMatchObject([
      { event: 'confirmation', claim: null, by: { id: firm }, status: 'admitted' },
      { event: 'withdrawal', claim: denial, by: { id: firm }, status: 'answered' },
      { event: 'withdrawal', claim: story, status: 'withdrawn' },
    ])
    expect(en.whatWouldChange?.events?.map(({ text }) => text)).toEqual([
      'If Source firm confirmed this, this claim’s status would become “Confirmed by the party it is about”.',
      'If Source firm withdrew “What firm says in denial.”, this claim’s status would become “The challenge no longer stands”.',
      'If Source paper withdrew this, this claim’s status would become “Withdrawn by its speaker”.',
    ])
    expect(ko.whatWouldChange?.events?.map(({ text }) => text)).toEqual([
      'Source firm이 이 주장을 인정하면 상태가 ‘당사자 인정’으로 바뀝니다.',
      'Source firm이 “What firm says in denial.”이라는 주장을 철회하면 상태가 ‘제기된 반론이 유효하지 않음’으로 바뀝니다.',
      'Source paper가 이 주장을 철회하면 상태가 ‘발언자 철회’로 바뀝니다.',
    ])
  })

  it('says that no single event would, of a claim that is withdrawn', async ({ api, db }) => {
    const { refs } = await importLines(db, quarrel())
    const { story = '' } = refs
    await importLines(db, [withdrawalLine(story)])

    const [en, ko] = [await told(api, story), await told(api, story, 'ko')]

    expect(en.whatWouldChange?.events).toEqual([])
    expect(en.whatWouldChange?.text).toMatch(/^No single event would move its status/)
    expect(ko.whatWouldChange?.text).toMatch(/^한 가지 일만으로는 상태가 바뀌지 않습니다/)
  })

  it('is null for an entry error, and absent where nobody asks', async ({ api, db }) => {
    const { refs } = await importLines(db, quarrel())
    const { story = '', study = '' } = refs
    await importLines(db, [voidLine({ claim: story })])

    expect((await told(api, story)).whatWouldChange).toBeNull()
    expect(await read(api, `/v1/claims/${study}`)).not.toHaveProperty('whatWouldChange')
    expect(JSON.stringify(await read(api, '/v1/claims?limit=5'))).not.toContain('whatWouldChange')
  })

  it('stands on the page of the claim, and on no card or list', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...quarrel(),
      linkLine('l', 'rebuts', 'denial', 'story'),
    ])
    const page = async (path: string) =>
      textOf((await api(path, { isPublic: true, headers: { accept: 'text/html' } })).text)

    const [en, ko] = [
      await page(`/claims/${refs['story']}?lang=en`),
      await page(`/claims/${refs['story']}?lang=ko`),
    ]

    expect(en).toContain(
      'What would change its status By the rules, any one of the following would move its status.',
    )
    expect(en).toContain('If Source firm confirmed this, this claim’s status would become')
    expect(ko).toContain('상태가 바뀔 수 있는 경우 규칙에 따르면,')
    expect(ko).toContain('Source firm이 이 주장을 인정하면 상태가 ‘당사자 인정’으로 바뀝니다.')
    for (const path of [`/embed/claims/${refs['story']}?lang=en`, '/claims?lang=en'])
      expect(await page(path)).not.toContain('would become')
  })

  it('says plainly that it was not computed where too much is connected', async ({ api, db }) => {
    const answers = Array.from({ length: 80 }, (_, n) => [
      sourceLine(`s${n}`),
      claimLine(`a${n}`, `s${n}`, { text: `Answer ${n}, which differs.` }),
      linkLine(`l${n}`, 'rebuts', `a${n}`, 'story'),
    ])
    const { refs } = await importLines(db, [...quarrel(), ...answers.flat()])

    const { whatWouldChange } = await told(api, refs['story'] ?? '')

    expect(whatWouldChange).toMatchObject({
      events: null,
      text: 'Not computed: too many claims are connected with this one.',
    })
  })

  it('400: it is not for a past moment, and other values are refused', async ({ api, db }) => {
    const { refs } = await importLines(db, quarrel())
    const path = `/v1/claims/${refs['story']}`

    for (const [query, pointer] of [
      ['include=whatWouldChange&asOf=1', '/include'],
      ['include=everything', '/include/0'],
    ]) {
      const { status, json } = await api<{ errors: { pointer: string }[] }>(`${path}?${query}`)
      expect([query, status, json.errors[0]?.pointer]).toEqual([query, 400, pointer])
    }
  })
})
