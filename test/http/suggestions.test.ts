import { describe, expect } from 'vitest'
import { it as withApi, amendment, type Api } from '../support/api.ts'
import { seedBundle } from '../support/seed.ts'

interface Suggestion {
  kind: string
  relation: string
  from: string
  to: string
  earlier?: string
  message: string
  figures?: { claim: string; normalised: Record<string, unknown> }[]
}

interface Answer {
  object: { id: string; version: number }
  event: { seq: number } | null
  suggestions: Suggestion[]
  moreSuggestions: number
}

const ndjson = { 'content-type': 'application/x-ndjson' }
let others = 0

/** Each test has a source of its own, so that its figures are compared with no others. */
const it = withApi.extend('party', async ({ api }) => {
  others += 1
  const { json } = await api<Answer>('/v1/sources', {
    body: { kind: 'company', name: `Party number ${others}` },
  })
  return json.object.id
})

async function written(api: Api, path: string, call: Parameters<Api>[1]): Promise<Answer> {
  const { status, json, text } = await api<Answer>(path, call)
  expect([path, status < 300 ? 'done' : text]).toEqual([path, 'done'])
  return json
}

const target = {
  metric: 'sales target',
  form: 'level',
  low: '25',
  high: '50',
  unit: 'percent',
  baseline: 'last year',
  period: 'FY2026',
}

function claimOf(party: string, figure: object, more: object = {}) {
  const text = `A figure of ${JSON.stringify(figure)} ${JSON.stringify(more)}`
  const whole = { kind: 'figure', speaker: null, about: [party], text, lang: 'en' }
  return { ...whole, assertedAt: '2025-12-03', figure: { ...target, ...figure }, ...more }
}

const cut = { form: 'change', low: '-50', high: '-25', baseline: null }

describe('the answer of a write', () => {
  it('names a conflict of figures, both on one scale, and enters nothing', async ({
    api,
    party,
  }) => {
    const one = await written(api, '/v1/claims', { body: claimOf(party, cut) })
    expect(one).toMatchObject({ suggestions: [], moreSuggestions: 0 })

    const other = await written(api, '/v1/claims', { body: claimOf(party, { scope: null }) })

    const level = { metric: 'sales target', form: 'level', unit: 'ratio', period: 'fy2026' }
    expect(other.suggestions).toEqual([
      {
        kind: 'figures_conflict',
        relation: 'rebuts',
        from: other.object.id,
        to: one.object.id,
        message:
          'These figures conflict: “sales target” is from 25 to 50 percent (from 0.25 to 0.5) in one and a change, from -50 to -25 percent (from 0.5 to 0.75) in the other (level in ratio; baseline last year; period FY2026).',
        figures: [
          {
            claim: other.object.id,
            normalised: expect.objectContaining({ ...level, low: '0.25', high: '0.5' }),
          },
          {
            claim: one.object.id,
            normalised: expect.objectContaining({ ...level, low: '0.5', high: '0.75' }),
          },
        ],
      },
    ])
    const { json } = await api<{ counts: { rebuts: number } }>(`/v1/claims/${one.object.id}`)
    expect(json.counts.rebuts).toBe(0)
  })

  it('names figures that say the same, or of which one lies within the other', async ({
    api,
    party,
  }) => {
    await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const same = { unit: 'ratio', low: '0.25', high: '0.500' }
    const { suggestions: equal } = await written(api, '/v1/claims', { body: claimOf(party, same) })
    const within = { low: '30', high: '40', highExclusive: true }
    const { suggestions: nested } = await written(api, '/v1/claims', {
      body: claimOf(party, within),
    })

    expect(equal.map(({ kind, relation }) => [kind, relation])).toEqual([
      ['figures_match', 'restates'],
    ])
    expect(nested.map(({ kind, relation }) => [kind, relation])).toEqual([
      ['figures_match', 'qualifies'],
      ['figures_match', 'qualifies'],
    ])
    expect(nested[0]?.message).toContain('at least 0.3 and less than 0.4')
  })

  it.for([
    ['another metric', { metric: 'quota' }, {}],
    ['another period', { period: 'FY2025' }, {}],
    ['another scope', { scope: 'one team' }, {}],
    ['another baseline', { baseline: 'last target' }, {}],
    ['a growth rate', { form: 'growth_rate' }, {}],
    ['other subjects', {}, { about: [] }],
  ] as const)('does not compare %s', async ([, figure, more], { api, party }) => {
    await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const apart = { low: '70', high: '80', ...figure }

    const { suggestions } = await written(api, '/v1/claims', {
      body: claimOf(party, apart, {
        text: `Apart, with ${JSON.stringify(more)} ${party}`,
        ...more,
      }),
    })

    expect(suggestions).toEqual([])
  })

  it('compares an amended figure, and one that an amendment made a figure of', async ({
    api,
    party,
  }) => {
    const one = await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const other = await written(api, '/v1/claims', {
      body: claimOf(party, { metric: 'quota', low: '70', high: '80' }),
    })
    expect(other.suggestions).toEqual([])

    const amended = await written(api, `/v1/claims/${other.object.id}`, {
      ...amendment({ figure: { metric: 'Sales  Target' } }, other.object.version),
    })

    expect(amended.suggestions).toMatchObject([{ relation: 'rebuts', to: one.object.id }])
  })

  it('compares figures about two sources once they are merged, and not those of one', async ({
    api,
    party,
  }) => {
    const name = `Other name of ${party}`
    const second = await written(api, '/v1/sources', { body: { kind: 'company', name } })
    const { id, version } = second.object
    const one = await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const high = { low: '70', high: '80' }
    await written(api, '/v1/claims', { body: claimOf(id, high) })
    const higher = { low: '90', high: '95' }
    await written(api, '/v1/claims', { body: claimOf(id, higher) })

    const merge = await written(api, `/v1/sources/${id}/merge`, {
      body: { into: party, reason: 'One and the same.' },
      headers: { 'if-match': `"${version}"` },
    })
    const later = await written(api, '/v1/claims', {
      body: claimOf(party, { low: '5', high: '6' }),
    })

    expect(merge.suggestions.map(({ relation, to }) => [relation, to])).toEqual([
      ['rebuts', one.object.id],
      ['rebuts', one.object.id],
    ])
    expect(later.suggestions).toHaveLength(3)
  })

  it('suggests nothing that is linked already, or whose figure is withdrawn or voided', async ({
    api,
    party,
  }) => {
    const one = await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const high = { low: '70', high: '80' }
    const other = await written(api, '/v1/claims', { body: claimOf(party, high) })
    expect(other.suggestions).toHaveLength(1)
    const link = { relation: 'rebuts', from: one.object.id, to: { claim: other.object.id } }
    const entered = await written(api, '/v1/links', { body: link })
    const fresh = { baseline: 'LAST year' }

    const again = await written(api, `/v1/claims/${other.object.id}`, {
      ...amendment({ figure: fresh }, other.object.version),
    })
    await written(api, `/v1/links/${entered.object.id}/end`, {
      body: { at: '2025-12-04', reason: 'They speak of two years.' },
      headers: { 'if-match': `"${entered.object.version}"` },
    })
    const ended = await written(api, `/v1/claims/${other.object.id}`, {
      ...amendment({ figure: { baseline: 'Last year' } }, again.object.version),
    })
    await written(api, `/v1/claims/${one.object.id}/void`, {
      body: { reason: 'Entered by mistake.' },
      headers: { 'if-match': `"${one.object.version}"` },
    })
    const third = await written(api, '/v1/claims', {
      body: claimOf(party, { low: '1', high: '2' }),
    })

    expect(again.event).not.toBeNull()
    expect(again.suggestions).toEqual([])
    expect(ended.event).not.toBeNull()
    expect(ended.suggestions).toEqual([])
    expect(third.suggestions.map(({ to }) => to)).toEqual([other.object.id])
  })

  it('lists at most twenty, nearest in date first, and counts the rest', async ({ api, party }) => {
    const lines = Array.from({ length: 30 }, (_, day) =>
      JSON.stringify({
        type: 'claim',
        ref: `day-${day + 1}`,
        ...claimOf(party, { low: `${100 + day}`, high: `${100 + day}` }),
        assertedAt: `2025-11-${String(day + 1).padStart(2, '0')}`,
      }),
    )
    const bundle = await api<Answer & { refs: Record<string, string> }>('/v1/import', {
      body: lines.join('\n'),
      headers: ndjson,
    })
    expect(bundle.json).toMatchObject({ suggestions: { length: 20 } })
    expect(bundle.json.moreSuggestions).toBeGreaterThan(100)

    const { suggestions, moreSuggestions } = await written(api, '/v1/claims', {
      body: claimOf(party, {}, { assertedAt: '2025-11-15' }),
    })

    expect(suggestions).toHaveLength(20)
    expect(moreSuggestions).toBe(10)
    const days = suggestions.map(({ from, to }) =>
      Object.entries(bundle.json.refs).find(([, id]) => id === from || id === to),
    )
    const distances = days.map((day) => Math.abs(Number(day?.[0].slice('day-'.length)) - 15))
    expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    expect(Math.max(...distances)).toBe(10)
  })

  it('is the same for a retry, and in a preview', async ({ api, party }) => {
    await written(api, '/v1/claims', { body: claimOf(party, {}) })
    const body = claimOf(party, { low: '70', high: '80' })

    const previewed = await written(api, '/v1/claims?preview=true', { body })
    const headers = { 'idempotency-key': `retry-${party}` }
    const first = await written(api, '/v1/claims', { body, headers })
    await written(api, '/v1/claims', { body: claimOf(party, { low: '90', high: '95' }) })
    const second = await written(api, '/v1/claims', { body, headers })

    expect(first.suggestions).toHaveLength(1)
    expect(second).toEqual(first)
    expect(previewed.suggestions.map(({ to, message }) => [to, message])).toEqual(
      first.suggestions.map(({ to, message }) => [to, message]),
    )
  })
})

describe('the answer of a correction', () => {
  it('names who answered the replaced version, and has not answered the new one', async ({
    api,
    party,
  }) => {
    let said = 0
    const fact = async (speaker: string | null, more: object = {}) => {
      said += 1
      const text = `Statement ${said} of ${party}`
      const body = { kind: 'fact', speaker, about: [party], text, lang: 'en', ...more }
      return (await written(api, '/v1/claims', { body: { assertedAt: '2025-12-03', ...body } }))
        .object
    }
    const link = (relation: string, from: { id: string }, to: { id: string }, more = {}) =>
      written(api, '/v1/links', {
        body: { relation, from: from.id, to: { claim: to.id }, ...more },
      })
    const paper = await written(api, '/v1/sources', {
      body: { kind: 'outlet', name: `Paper ${party}` },
    })
    const [report, other, again] = [
      await fact(paper.object.id),
      await fact(null),
      await fact(paper.object.id, { assertedAt: '2025-12-05' }),
    ]
    const [denial, indirect, undercut, both, gone, aside] = [
      await fact(party),
      await fact(null),
      await fact(null),
      await fact(null),
      await fact(party),
      await fact(null),
    ]
    await link('restates', other, report)
    await link('rebuts', denial, report)
    await link('rebuts', indirect, other)
    await link('undercuts', undercut, report)
    await link('rebuts', both, report)
    await link('rebuts', both, again)
    await link('rebuts', gone, report)
    await link('undercuts', aside, other)
    const notice = { source: paper.object.id, kind: 'article', title: 'Taken back', lang: 'en' }
    const { object: note } = await written(api, '/v1/reports', { body: notice })
    const citation = { report: note.id, quote: 'We take it back.' }
    await written(api, `/v1/claims/${gone.id}/withdraw`, {
      body: { at: '2025-12-04', reason: 'Taken back.', citation },
      headers: { 'if-match': `"${gone.version}"` },
    })

    const [misspelt, corrected] = [await fact(paper.object.id), await fact(paper.object.id)]
    await link('rebuts', denial, misspelt)
    const reworded = await link('supersedes', corrected, misspelt, { change: 'wording' })
    expect(reworded.suggestions).toEqual([])
    const { suggestions } = await link('supersedes', again, report)

    const expected = [
      ['rebuts', denial.id],
      ['rebuts', indirect.id],
      ['undercuts', undercut.id],
    ].map(([relation, from]) => ({
      kind: 'also_answered_earlier_version',
      relation,
      from,
      to: again.id,
      earlier: report.id,
      message: expect.stringContaining(`a version that ${again.id} replaces`),
    }))
    expect(suggestions).toHaveLength(expected.length)
    expect(suggestions).toEqual(expect.arrayContaining(expected))
  })
})

describe('a confirmation by a party', () => {
  it('suggests a concession, also to a retry; one by anybody else suggests nothing', async ({
    api,
    party,
  }) => {
    const said = { kind: 'fact', lang: 'en', assertedAt: '2025-12-03' }
    const claim = async (speaker: string | null, text: string) => {
      const body = { ...said, speaker, about: [party], text }
      return (await written(api, '/v1/claims', { body })).object.id
    }
    const [report, answer] = [await claim(null, 'It is so.'), await claim(party, 'Yes, it is.')]
    const remark = await claim(null, 'They say yes.')
    const qualifies = (from: string, given: object, key = crypto.randomUUID()) =>
      written(api, '/v1/links', {
        body: { relation: 'qualifies', from, to: { claim: report }, ...given },
        headers: { 'idempotency-key': key },
      })
    const key = crypto.randomUUID()

    const confirms = { response: 'confirms' }
    const { suggestions } = await qualifies(answer, confirms, key)

    const expected = { kind: 'confirmed_by_party', relation: 'concedes', from: answer, to: report }
    expect(suggestions).toEqual([{ ...expected, message: expect.stringContaining('restates') }])
    expect((await qualifies(answer, confirms, key)).suggestions).toEqual(suggestions)
    expect((await qualifies(remark, confirms)).suggestions).toEqual([])
  })
})

describe('the newsletter', () => {
  withApi('contradicts itself, which its import finds', async ({ api }) => {
    const lines = seedBundle().split('\n')
    const theirLink = '"from":"F1","to":{"claim":"F2"}'
    expect(lines.filter((line) => line.includes(theirLink))).toHaveLength(1)
    const body = lines.filter((line) => !line.includes(theirLink)).join('\n')

    const { json } = await api<Answer & { refs: Record<string, string> }>('/v1/import', {
      body,
      headers: ndjson,
    })

    const { F1, F2 } = json.refs
    expect(json.suggestions).toMatchObject([
      {
        kind: 'figures_conflict',
        relation: 'rebuts',
        figures: [
          { claim: F2, normalised: { low: '0.25', high: '0.5', baseline: '전년', unit: 'ratio' } },
          { claim: F1, normalised: { low: '0.5', high: '0.75', baseline: '전년', unit: 'ratio' } },
        ],
      },
    ])
  })
})
