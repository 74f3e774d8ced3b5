import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { storyStepView } from '../../src/views/story-diff.ts'
import type { StoryView } from '../../src/views/story.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'
import { it as seeded } from '../support/seed-api.ts'

interface List {
  readonly items: readonly z.output<typeof storyStepView>[]
  readonly isNew: boolean
  readonly moreClaims: number
}

const plant = [
  sourceLine('paper', { kind: 'outlet', name: 'The paper' }),
  sourceLine('firm', { name: 'The firm' }),
  claimLine('R', 'paper', { about: ['firm'], text: 'The plant closed' }),
  claimLine('D', 'firm', { about: ['firm'], text: 'The plant is open' }),
  claimLine('N', 'paper', { text: 'The gate is shut' }),
  { type: 'story', ref: 'S', title: 'The plant', claims: ['R'] },
]

async function changes(api: Api, story: string, query: string): Promise<List> {
  return read(api, `/v1/stories/${story}/diff?${query}`)
}

describe('GET /v1/stories/{id}/diff', () => {
  it('tells in order of time what each write changed, in both languages', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', D = '', N = '', S = '' } = refs
    await importLines(db, [linkLine('d', 'rebuts', D, R)])
    await api(`/v1/stories/${S}`, amendment({ claims: [R, N], title: 'The plant closes' }, 1))
    await api(`/v1/claims/${N}`, amendment({ text: 'The gate was shut' }, 1))
    await api(`/v1/stories/${S}`, amendment({ claims: [N] }, 2))
    const from = events?.last

    const [en, ko] = [
      await changes(api, S, `from=${from}&lang=en`),
      await changes(api, S, `from=${from}&lang=ko`),
    ]

    const gate = 'The paper: The gate was shut'
    expect(en.items.map(({ change, text }) => [change, text])).toEqual([
      ['titleChanged', 'The title changed: “The plant” → “The plant closes”'],
      ['claimAdded', `${gate} · Added to the story`],
      ['claimAmended', `${gate} · Transcription amended`],
      ['claimRemoved', expect.stringMatching(/The plant closed · Removed from the story$/)],
    ])
    expect(ko.items.map(({ text }) => text.split(' · ').at(-1))).toEqual([
      '제목 변경: “The plant” → “The plant closes”',
      '스토리에 추가',
      '기록 내용 수정',
      '스토리에서 제외',
    ])
    expect(en).toMatchObject({ isNew: false, moreClaims: 0 })
  })

  it('tells answers and statuses of the claims that it has', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', D = '', S = '' } = refs
    const added = await importLines(db, [linkLine('d', 'rebuts', D, R)])

    const { items } = await changes(api, S, `from=${events?.last}&lang=en`)

    expect(items).toMatchObject([
      { change: 'answerAdded', claim: R, answer: D, link: added.refs['d'] },
      { change: 'statusChanged', claim: R, before: 'unchallenged', after: 'denied' },
    ])
    expect(items[0]?.text).toMatch(/ · Answer added: .*The plant is open$/)
    expect(items.every(({ seq }) => seq === added.events?.last)).toBe(true)
  })

  it('compares the first 400 claims, and says how many more there are', async ({ api, db }) => {
    const names = Array.from({ length: 402 }, (_, at) => `C${at}`)
    const { refs, events } = await importLines(db, [
      sourceLine('many'),
      sourceLine('other'),
      claimLine('A', 'other'),
      ...names.map((name) => claimLine(name, 'many')),
      { type: 'story', ref: 'S', title: 'Many', claims: names },
    ])
    const { A = '', S = '', C399 = '', C400 = '' } = refs
    await importLines(db, [linkLine('in', 'rebuts', A, C399), linkLine('out', 'rebuts', A, C400)])

    const { items, moreClaims } = await changes(api, S, `from=${events?.last}&lang=en`)
    const claims = names.slice(1).map((name) => refs[name])
    await api(`/v1/stories/${S}`, amendment({ claims }, 1))
    const later = await changes(api, S, `from=${events?.last}&lang=en`)

    expect(moreClaims).toBe(2)
    expect([...new Set(items.map(({ claim }) => claim))]).toEqual([C399])
    // What was not among the first before has been part of the story all the same.
    expect(later.items.map(({ change }) => change)).not.toContain('claimAdded')
    expect(later.items).toContainEqual(
      expect.objectContaining({ change: 'claimRemoved', claim: refs['C0'] }),
    )
  })

  it('never shows removed words again', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', D = '', S = '' } = refs
    await api(`/v1/stories/${S}`, amendment({ title: 'Secret title', claims: [R] }, 1))
    await importLines(db, [linkLine('d', 'rebuts', D, R)])
    await redact(db, 'claim', D)

    const told = await api(`/v1/stories/${S}/diff?from=${events?.last}&lang=en`)

    expect(told.text).toContain('Secret title')
    expect(told.text).not.toContain('The plant is open')
    await redact(db, 'story', S, { version: 2 })
    const gone = await api(`/v1/stories/${S}/diff?from=${events?.last}`)
    expect(gone.status).toBe(410)
    expect(gone.text).not.toMatch(/Secret title|The plant/)
  })

  it('400, 404: in words', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { S = '' } = refs
    const last = events?.last ?? 0
    const statusOf = async (path: string) => (await api(path)).status

    expect(await statusOf(`/v1/stories/${S}/diff?from=${last}&to=${last - 1}`)).toBe(400)
    expect(await statusOf(`/v1/stories/${S}/diff`)).toBe(400)
    expect(await statusOf(`/v1/stories/${S}/diff?from=${last}&cursor=x`)).toBe(400)
    expect(await statusOf(`/v1/stories/nothing/diff?from=${last}`)).toBe(404)
  })

  seeded('is empty for a story that did not change', async ({ api, refs }) => {
    expect(refs('R1')).not.toBe('R1')
    const { asOf } = await read<StoryView & { asOf: { seq: number } }>(
      api,
      `/v1/stories/ms-ai-sales-targets?asOf=${new Date().toISOString()}`,
    )

    const { items } = await changes(api, 'ms-ai-sales-targets', `from=${asOf.seq}`)

    expect(items).toEqual([])
  })
})
