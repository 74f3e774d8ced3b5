import { describe, expect } from 'vitest'
import { it, type Api } from '../support/api.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'

const bundle = { 'content-type': 'application/x-ndjson' }

async function enter(api: Api, lines: readonly object[]) {
  const all = [{ type: 'bundle', duplicates: 'join' }, ...lines]
  return api<{ refs: Record<string, string>; errors: readonly unknown[] }>('/v1/import', {
    body: all.map((line) => JSON.stringify(line)).join('\n'),
    headers: bundle,
  })
}

const quotes = (count: number, length = 10, from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    report: 'r',
    quote: `${from + at} `.padEnd(length, 'x'),
  }))

function aClaim(name: string, citations: readonly object[]) {
  return [
    sourceLine(name),
    reportLine('r', name),
    claimLine('c', name, { text: `What ${name} says.`, citations }),
  ]
}

describe('the citations of a claim', () => {
  it.for([
    { of: 'too many', citations: quotes(201), code: 'too-many-citations' },
    { of: 'too long', citations: quotes(9, 4_500), code: 'too-long' },
    {
      of: 'too long with what surrounds them',
      citations: quotes(4, 4_500).map((each) => ({
        ...each,
        prefix: 'p'.repeat(4_000),
        suffix: 's'.repeat(4_000),
      })),
      code: 'too-long',
    },
  ])('are refused at once if they are $of', async ({ of, citations, code }, { api }) => {
    const { status, json } = await enter(api, aClaim(`At once ${of}`, citations))

    expect([status, json.errors]).toMatchObject([422, [{ pointer: '/citations', code }]])
  })

  it('can be as many and as long as is said', async ({ api }) => {
    const many = await enter(api, aClaim('As many', quotes(200, 200)))

    expect([many.status, many.text]).toMatchObject([200, expect.any(String)])
  })

  it.for([
    { of: 'number', citations: quotes(200), code: 'too-many-citations' },
    { of: 'length', citations: quotes(8, 4_999), code: 'too-long' },
  ])(
    'grow no further than the largest $of, one by one or joined by a bundle',
    async ({ of, citations, code }, { api }) => {
      const name = `Grown to ${of}`
      const lines = aClaim(name, citations)
      const { json } = await enter(api, lines)
      const [claim, speaker] = [json.refs['c'] ?? '', json.refs[name] ?? '']
      const before = await api(`/v1/claims/${claim}`)

      const body = { report: json.refs['r'], quote: 'One more, which is too many.' }
      const one = await api<{ errors: readonly unknown[] }>(`/v1/claims/${claim}/citations`, {
        body,
      })
      const more = quotes(3, 20, 1000)
      const joined = await enter(api, [
        reportLine('r', speaker),
        claimLine('c', speaker, {
          text: `What ${name} says.`,
          citations: more,
        }),
      ])

      expect([one.status, one.json.errors]).toMatchObject([422, [{ pointer: '/quote', code }]])
      expect([joined.status, joined.json.errors]).toMatchObject([
        422,
        [{ pointer: '/citations', code }],
      ])
      expect((await api(`/v1/claims/${claim}`)).text).toBe(before.text)
    },
  )
})

describe('a page of claims', () => {
  it('ends early when its claims have many words, and the next page goes on', async ({ api }) => {
    const citations = quotes(8, 4_900)
    const claims = Array.from({ length: 60 }, (_, at) =>
      claimLine(`c${at}`, 's', { text: `Number ${at} of many.`, citations }),
    )
    const refs: Record<string, string> = {}
    for (let first = 0; first < claims.length; first += 20) {
      const more = [
        sourceLine('s', { name: 'Long-winded' }),
        reportLine('r', 's', { url: 'https://long.example/' }),
        ...claims.slice(first, first + 20),
      ]
      const { status, text, json } = await enter(api, more)
      expect([status, text]).toMatchObject([200, expect.any(String)])
      Object.assign(refs, json.refs)
    }

    const listed: string[] = []
    const sizes: number[] = []
    let next: string | null = null
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`
      const page = await api<{ items: { id: string }[]; next: string | null }>(
        `/v1/claims?source=${refs['s']}&limit=200${cursor}`,
      )
      sizes.push(page.text.length)
      listed.push(...page.json.items.map(({ id }) => id))
      next = page.json.next
    } while (next !== null)

    expect(sizes.length).toBeGreaterThan(1)
    expect(sizes.filter((size) => size > 3_000_000)).toStrictEqual([])
    expect(listed.toSorted()).toStrictEqual(claims.map(({ ref }) => refs[ref]).toSorted())
  })
})

interface Nested {
  readonly claim: { id: string; counts: { rebuts: number } }
  readonly counterpoints: readonly Nested[]
}

function countNested(items: readonly Nested[]): number {
  return items.reduce((sum, { counterpoints }) => {
    return sum + counterpoints.length + countNested(counterpoints)
  }, 0)
}

describe('the counterpoints of counterpoints', () => {
  const crowd = Array.from({ length: 14 }, (_, at) => at)
  const lines = crowd.flatMap((at) => [
    sourceLine(`s${at}`, { name: `Crowd ${at}` }),
    claimLine(`c${at}`, `s${at}`, { text: `Voice ${at}.` }),
    ...crowd
      .slice(0, at)
      .map((other) => linkLine(`l${at}-${other}`, 'rebuts', `c${at}`, `c${other}`)),
  ])

  it('end where one answer is full, though everybody rebuts everybody', async ({ api }) => {
    const { json } = await enter(api, lines)
    const address = `/v1/claims/${json.refs['c0']}/counterpoints`

    const shallow = await api<{ items: Nested[] }>(`${address}?depth=2`)
    const deep = await api<{ items: Nested[]; next: string | null }>(`${address}?depth=5`)

    expect(shallow.json.items).toHaveLength(13)
    for (const { counterpoints } of shallow.json.items) expect(counterpoints).toHaveLength(12)
    // What does not fit follows on another page.
    expect(deep.json.items.length).toBeGreaterThan(9)
    expect(deep.json.next === null).toBe(deep.json.items.length === 13)
    expect(countNested(deep.json.items)).toBeGreaterThan(13 * 12)
    expect(countNested(deep.json.items)).toBeLessThanOrEqual(1_000)
    expect(deep.text.length).toBeLessThan(4_000_000)
  })

  it('come on several pages if each has many words', async ({ api }) => {
    const citations = quotes(8, 4_900)
    const many = Array.from({ length: 60 }, (_, at) => at)
    const start = [
      sourceLine('s', { name: 'Long-winded critic' }),
      reportLine('r', 's', { url: 'https://critic.example/' }),
      sourceLine('t', { name: 'Short-spoken' }),
      claimLine('h', 't', { text: 'What all of them rebut.' }),
    ]
    const first = await enter(api, start)
    for (let from = 0; from < many.length; from += 20) {
      const { status, text } = await enter(api, [
        ...start.slice(0, 2),
        ...many
          .slice(from, from + 20)
          .flatMap((at) => [
            claimLine(`c${at}`, 's', { text: `Objection ${at}.`, citations }),
            linkLine(`l${at}`, 'rebuts', `c${at}`, first.json.refs['h'] ?? ''),
          ]),
      ])
      expect([status, text]).toMatchObject([200, expect.any(String)])
    }

    const address = `/v1/claims/${first.json.refs['h']}/counterpoints?limit=200`
    const page = await api<{ items: unknown[]; next: string }>(address)
    const next = await api<{ items: unknown[]; next: null }>(`${address}&cursor=${page.json.next}`)

    expect(page.text.length).toBeLessThan(4_000_000)
    expect(page.json.items.length + next.json.items.length).toBe(60)
    expect(next.json.next).toBeNull()
  })
})

describe('the words of a claim', () => {
  it('are refused if they are too long together with their translations', async ({ api }) => {
    const texts = ['ko', 'ja', 'fr', 'de', 'it', 'es'].map((lang) => {
      return { lang, text: 'x'.repeat(5_000), by: 'machine' }
    })
    const { status, json } = await enter(api, [
      sourceLine('Long words'),
      claimLine('c', 'Long words', { texts }),
    ])

    expect([status, json.errors]).toMatchObject([422, [{ code: 'too-long' }]])
  })
})
