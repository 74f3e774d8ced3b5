import { describe, expect } from 'vitest'
import { it as withApi, read } from '../support/api.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'

interface Row {
  claim: { id: string }
  link: { relation: string }
  direction: string
  role: string
  via: string | null
  effective: boolean
}

interface Page {
  items: Row[]
  next: string | null
}

interface Claim {
  status: string
  counts: { rebuts: number; undercuts: number; qualifies: number }
  explanation: { cites: string[] }
}

/**
 * The report R and its restatement R2, the denial D and its restatement D2, each of others; X
 * rebuts R, and U undercuts D.
 */
const it = withApi.extend('refs', { scope: 'file' }, async ({ api }) => {
  const lines = [
    ...['r', 's', 'd', 'e', 'x', 'u'].map((ref) => sourceLine(ref, { kind: 'outlet' })),
    reportLine('rep', 'd'),
    claimLine('R', 'r', { about: ['d'], assertedAt: '2025-12-01' }),
    claimLine('R2', 's', { about: ['d'], assertedAt: '2025-12-02' }),
    claimLine('D', 'd', {
      about: ['d'],
      assertedAt: '2025-12-03',
      citations: [{ report: 'rep', quote: 'Not so.' }],
    }),
    claimLine('D2', 'e', { about: ['d'], assertedAt: '2025-12-04' }),
    claimLine('X', 'x', { about: ['d'], assertedAt: '2025-12-05' }),
    claimLine('U', 'u', { kind: 'opinion', about: ['d'], assertedAt: '2025-12-06' }),
    linkLine('1', 'restates', 'R2', 'R'),
    linkLine('2', 'rebuts', 'D', 'R'),
    linkLine('3', 'restates', 'D2', 'D'),
    linkLine('4', 'rebuts', 'X', 'R'),
    linkLine('5', 'undercuts', 'U', 'D'),
  ]
  const { json } = await api<{ refs: Record<string, string> }>('/v1/import', {
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const { refs } = json
  return { id: (ref: string) => refs[ref] ?? ref, ref: nameIn(refs) }
})

function nameIn(refs: Readonly<Record<string, string>>) {
  const names = new Map(Object.entries(refs).map(([ref, id]) => [id, ref]))
  return (id: string) => names.get(id) ?? id
}

describe('the counterpoints of a claim', () => {
  it.for([
    ['R', ['D onto', 'X onto', 'D2 onto via D']],
    ['R2', ['D onto via R', 'X onto via R', 'D2 onto via R']],
    ['D', ['U onto', 'R from', 'R2 from via R']],
    ['D2', ['R from via D', 'R2 from via D']],
    ['X', ['R from', 'R2 from via R']],
    ['U', []],
  ] as const)('of %s are those in both directions', async ([of, expected], { api, refs }) => {
    const { items } = await read<Page>(api, `/v1/claims/${refs.id(of)}/counterpoints`)
    const claim = await read<Claim>(api, `/v1/claims/${refs.id(of)}`)

    const told = items.map(({ claim: { id }, direction, via }) =>
      [refs.ref(id), direction, ...(via ? ['via', refs.ref(via)] : [])].join(' '),
    )
    expect(told.toSorted()).toEqual([...expected].toSorted())
    const count = (relation: string) =>
      new Set(items.flatMap((row) => (row.link.relation === relation ? [row.claim.id] : []))).size
    expect(claim.counts).toMatchObject({
      rebuts: count('rebuts'),
      undercuts: count('undercuts'),
      qualifies: count('qualifies'),
    })
    const { cites } = claim.explanation
    expect(items.slice(0, cites.length).map((row) => row.claim.id)).toEqual(cites)
  })

  it('are filtered by direction, role and relation, and paged without a gap', async ({
    api,
    refs,
  }) => {
    const address = `/v1/claims/${refs.id('D')}/counterpoints`
    const all = await read<Page>(api, address)
    const asked = async (query: string) => {
      const { items } = await read<Page>(api, `${address}?${query}`)
      return items.map(({ claim }) => refs.ref(claim.id)).toSorted()
    }

    expect(await asked('direction=from')).toEqual(['R', 'R2'])
    expect(await asked('direction=onto')).toEqual(['U'])
    expect(await asked('direction=onto,from')).toHaveLength(3)
    expect(await asked('relation=rebuts&role=third_party')).toEqual(['R', 'R2'])
    const paged: Row[] = []
    let next: string | null = ''
    while (next !== null) {
      const after = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`
      const page: Page = await read<Page>(api, `${address}?limit=1${after}`)
      paged.push(...page.items)
      next = page.next
    }
    expect(paged).toEqual(all.items)
    expect((await api(`${address}?direction=in`)).status).toBe(400)
  })

  it('that a claim rebuts itself do not answer it', async ({ api, refs }) => {
    const listed = async () => {
      const { items } = await read<{ items: { source: object; id: string; counts: object }[] }>(
        api,
        '/v1/reports',
      )
      return items.map(({ counts }) => counts)
    }
    expect(await listed()).toEqual([{ claims: 1, answered: 1, quotedShare: null }])

    const { json } = await api<{ items: { answered: boolean }[] }>(
      `/v1/reports/${refs.id('rep')}/claims`,
    )
    expect(json.items).toMatchObject([{ answered: true }])
    const ended = { at: '2025-12-07', reason: 'Entered wrongly.' }
    const link = await read<{ version: number }>(api, `/v1/links/${refs.id('5')}`)
    const { status } = await api(`/v1/links/${refs.id('5')}/void`, {
      body: { reason: ended.reason },
      headers: { 'if-match': `"${link.version}"` },
    })
    expect(status).toBe(200)

    expect(await listed()).toEqual([{ claims: 1, answered: 0, quotedShare: null }])
  })

  it('are shown on the page in words, and in JSON-LD only where they answer', async ({
    api,
    refs,
  }) => {
    const address = `/claims/${refs.id('X')}`
    const page = await api(address, { isPublic: true, headers: { accept: 'text/html' } })
    const data = await api<{ subjectOf?: unknown }>(address, {
      isPublic: true,
      headers: { accept: 'application/ld+json' },
    })

    expect(page.text).toContain('contradicted by this')
    expect(data.status).toBe(200)
    expect(data.json.subjectOf).toBeUndefined()
  })
})

describe('the counts of a claim', () => {
  it('follow a restatement on the other side of a rebuttal, entered and ended', async ({
    api,
    refs,
  }) => {
    const countOf = async (ref: string) =>
      (await read<Claim>(api, `/v1/claims/${refs.id(ref)}`)).counts.rebuts
    const speaker = refs.id('u')
    const claim = { kind: 'fact', speaker, about: [], text: 'Once more.', lang: 'en' }
    const added = await api<{ object: { id: string } }>('/v1/claims', {
      body: { ...claim, assertedAt: '2025-12-07' },
    })
    const from = added.json.object.id
    const before = await Promise.all(['R', 'R2', 'D', 'D2', 'X'].map(countOf))

    const linked = await api<{ object: { id: string; version: number } }>('/v1/links', {
      body: { relation: 'restates', from, to: { claim: refs.id('R2') } },
    })
    const during = await Promise.all(['R', 'R2', 'D', 'D2', 'X'].map(countOf))
    const own = (await read<Claim>(api, `/v1/claims/${from}`)).counts.rebuts
    const { id, version } = linked.json.object
    await api(`/v1/links/${id}/end`, {
      body: { at: '2025-12-08', reason: 'Not the same.' },
      headers: { 'if-match': `"${version}"` },
    })
    const after = await Promise.all(['R', 'R2', 'D', 'D2', 'X'].map(countOf))

    expect(before).toEqual([3, 3, 2, 2, 2])
    expect(during).toEqual([3, 3, 3, 3, 3])
    expect(own).toBe(3)
    expect(after).toEqual(before)
    expect((await read<Claim>(api, `/v1/claims/${from}`)).counts.rebuts).toBe(0)
  })
})
