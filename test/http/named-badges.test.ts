import { describe, expect } from 'vitest'
import { it, read, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'
import { redact } from '../support/redact.ts'

interface Named {
  readonly id: string
  readonly name: string | null
}

interface Answer {
  readonly badges: {
    readonly partlyAdmitted: { readonly by: readonly Named[]; readonly of: number } | null
    readonly setAside: readonly {
      readonly ruling: string
      readonly by: readonly string[]
      readonly bodies: readonly Named[]
    }[]
    readonly earlierVersion: {
      readonly claim: string
      readonly status: string
      readonly by: readonly Named[]
    } | null
  }
}

async function badgesOf(api: Api, claim: string | undefined, query = '') {
  return (await read<Answer>(api, `/v1/claims/${claim}${query}`)).badges
}

/** What the page and the card of a claim say, in one language. */
async function saidOf(api: Api, claim: string | undefined, lang: string): Promise<string> {
  const html = { isPublic: true, headers: { accept: 'text/html' } }
  const page = await api(`/claims/${claim}?lang=${lang}`, html)
  const card = await api(`/embed/claims/${claim}?lang=${lang}`, html)
  expect([page.status, card.status]).toEqual([200, 200])
  const [ofPage, ofCard] = [textOf(page.text), textOf(card.text)]
  return `${ofPage}\n${ofCard}`
}

function twice(words: string): RegExp {
  return new RegExp(`${words}[^]*${words}`)
}

describe('partlyAdmitted', () => {
  it('names who confirms, by its present name or none', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS+Bloom+Lab) S(Lab→Lab)', '1: S concedes R', 'partly'),
    )
    expect((await badgesOf(api, refs['R'])).partlyAdmitted).toMatchObject({
      by: [{ id: refs['Lab'], name: 'Lab' }],
      of: 3,
    })
    expect(await saidOf(api, refs['R'], 'en')).toMatch(
      twice('Confirmed by Lab, one of three it is about'),
    )
    expect(await saidOf(api, refs['R'], 'ko')).toMatch(twice('대상 3곳 중 연구소 인정'))

    const path = `/v1/claims/${refs['R']}`
    const tag = (await api(path, { isPublic: true })).headers.get('etag') ?? ''
    const known = { isPublic: true, headers: { 'if-none-match': tag } }
    expect((await api(path, known)).status).toBe(304)

    const twin = notedLines('X(Labs→y)', '', 'partly-twin')
    const { refs: twins } = await importLines(db, twin)
    const merge = await api(`/v1/sources/${refs['Lab']}/merge`, {
      body: { into: twins['Labs'], reason: 'One laboratory.' },
      headers: { 'if-match': '"1"' },
    })
    expect(merge.status).toBe(201)
    expect((await api(path, known)).status).toBe(200)
    expect((await badgesOf(api, refs['R'])).partlyAdmitted?.by).toMatchObject([
      { id: twins['Labs'], name: 'Labs' },
    ])

    const merged = (await api(path, { isPublic: true })).headers.get('etag') ?? ''
    await redact(db, 'source', twins['Labs'] ?? '')
    const knownMerged = { isPublic: true, headers: { 'if-none-match': merged } }
    expect((await api(path, knownMerged)).status).toBe(200)
    expect((await badgesOf(api, refs['R'])).partlyAdmitted?.by).toMatchObject([{ name: null }])
    expect(await saidOf(api, refs['R'], 'en')).toMatch(
      twice('Confirmed by a source whose name was removed'),
    )
  })
})

describe('setAside', () => {
  it('says that a ruling once stood, and who set it aside', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines(
        'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→MS) K2(ruling, Appeal→MS)',
        '1: J rebuts R; 2: K undercuts J',
        'set-aside',
      ),
    )
    const setAside = { ruling: refs['J'], by: [refs['K']], bodies: [{ name: 'Appeal' }] }
    expect((await badgesOf(api, refs['R'])).setAside).toMatchObject([setAside])
    const english = 'A ruling once stood here: Appeal set it aside or suspended it'
    expect(await saidOf(api, refs['R'], 'en')).toMatch(twice(english))
    expect(await saidOf(api, refs['R'], 'ko')).toMatch(
      twice('이 주장에 관한 종전 판단은 대법원이 취소하거나 정지함'),
    )
    const card = await api(`/embed/claims/${refs['R']}`, { isPublic: true })
    const keys = card.headers.get('surrogate-key')?.split(' ')
    for (const key of [`claim-${refs['J']}`, `claim-${refs['K']}`, `source-${refs['Appeal']}`])
      expect(keys).toContain(key)

    const merge = await api(`/v1/claims/${refs['K']}/merge`, {
      body: { into: refs['K2'], reason: 'One decision.' },
      headers: { 'if-match': '"1"' },
    })
    expect(merge.status).toBe(201)
    expect((await badgesOf(api, refs['R'])).setAside).toMatchObject([
      { ...setAside, by: [refs['K2']] },
    ])
  })
})

describe('earlierVersion', () => {
  it('follows whatever happens around the version that was replaced', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines(
        'R(Info→MS) D(MS→MS) R2(Info→MS) U(Lab→x)',
        '1: D rebuts R; 2: R2 supersedes R',
        'earlier',
      ),
    )
    const before = await db.selectFrom('record_head').select('seq').executeTakeFirstOrThrow()
    expect((await badgesOf(api, refs['R2'])).earlierVersion).toMatchObject({
      claim: refs['R'],
      status: 'denied',
      by: [{ name: 'MS' }],
    })
    expect((await badgesOf(api, refs['R'])).earlierVersion).toBeNull()
    expect(await saidOf(api, refs['R2'], 'en')).toMatch(
      twice('An earlier version was answered or contested by MS: see it'),
    )
    expect(await saidOf(api, refs['R2'], 'ko')).toMatch(
      twice('이전 주장에 엠에스의 답변이나 이의가 있었음: 이전 주장 보기'),
    )
    const card = await api(`/embed/claims/${refs['R2']}`, { isPublic: true })
    expect(card.text).toContain(`/claims/${refs['R']}"`)
    const keys = card.headers.get('surrogate-key')?.split(' ')
    for (const key of [`claim-${refs['R']}`, `source-${refs['MS']}`]) expect(keys).toContain(key)

    // What follows has no link with the new version.
    const path = `/v1/claims/${refs['R2']}`
    const tag = (await api(path, { isPublic: true })).headers.get('etag') ?? ''
    await importLines(db, [
      { type: 'bundle', namespace: 'earlier' },
      { type: 'link', ref: 'link-3', relation: 'undercuts', from: 'U', to: { claim: 'D' } },
    ])
    const known = await api(path, { isPublic: true, headers: { 'if-none-match': tag } })
    expect(known.status).toBe(200)
    expect((await badgesOf(api, refs['R2'])).earlierVersion).toBeNull()
    expect(await saidOf(api, refs['R2'], 'en')).not.toContain('An earlier version')
    const then = await badgesOf(api, refs['R2'], `?asOf=${before.seq}`)
    expect(then.earlierVersion).toMatchObject({ claim: refs['R'], status: 'denied' })
  })

  it('is said of claims in lists and stories too', async ({ api, db }) => {
    const { refs } = await importLines(
      db,
      notedLines('R(Info→MS) D(MS→MS) R2(Info→MS)', '1: D rebuts R; 2: R2 supersedes R', 'lists'),
    )
    const list = await read<{ items: (Answer & { id: string })[] }>(api, '/v1/claims?limit=50')
    const listed = list.items.find(({ id }) => id === refs['R2'])
    expect(listed?.badges.earlierVersion).toMatchObject({ claim: refs['R'], status: 'denied' })
  })
})
