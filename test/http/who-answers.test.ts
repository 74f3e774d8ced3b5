import { describe, expect } from 'vitest'
import { counterpointRoles, type CounterpointRole } from '../../src/domain/kinds.ts'
import type { ClaimView } from '../../src/views/claim.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { aCitation, aClaim, aLink, aSource, type Wrote } from '../support/record.ts'

async function listed(api: Api, query: Record<string, string>): Promise<string[]> {
  const search = new URLSearchParams({ ...query, limit: '200' }).toString()
  const { items, next } = await read<{ items: { id: string }[]; next: string | null }>(
    api,
    `/v1/claims?${search}`,
  )
  expect(next).toBeNull()
  return items.map(({ id }) => id)
}

interface Given {
  readonly direction: 'onto' | 'from'
  readonly role: CounterpointRole
  readonly isOwn: boolean
  readonly via: string | null
  readonly claim: { readonly speaker: { readonly id: string } | null }
}

async function speakerOf(api: Api, id: string): Promise<string | undefined> {
  return (await read<ClaimView>(api, `/v1/claims/${id}`)).speaker?.id
}

async function aRating(api: Api, rating: string) {
  const speaker = await aSource(api, 'fact_checker')
  const [rated, rating_] = [
    await aClaim(api, { text: `It is ${crypto.randomUUID()}.` }),
    await aClaim(api, { speaker, text: `They call it ${rating}.`, rating }),
  ]
  await aLink(api, 'rebuts', rating_.id, { claim: rated.id })
  return { rated: rated.id, by: rating_.id }
}

async function aReport(api: Api, source: string): Promise<string> {
  const body = { source, kind: 'article', title: `On ${crypto.randomUUID()}`, lang: 'en' }
  return (await api<Wrote<{ id: string }>>('/v1/reports', { body })).json.object.id
}

describe('GET /v1/claims?role=', () => {
  it('finds what is answered in that role, as the counterpoints say', async ({ api, db }) => {
    for (const seed of [3, 4, 5, 6, 7]) {
      const record = randomRecord(seed, { sources: 6, claims: 14, links: 22 })
      await importLines(db, toBundle(record, `role-${seed}`))
    }
    const found = new Map<CounterpointRole, string[]>()
    for (const role of counterpointRoles) found.set(role, await listed(api, { role }))
    const claims = await listed(api, {})
    const sources = await read<{ items: { id: string; affiliations: { relation: string }[] }[] }>(
      api,
      '/v1/sources?limit=200',
    )
    const speaking = new Set(
      sources.items.flatMap(({ id, affiliations }) =>
        affiliations.some(({ relation }) => relation === 'speaks_for') ? [id] : [],
      ),
    )
    const missed: string[] = []
    const seen = new Set<CounterpointRole>()

    for (const id of claims) {
      const { items } = await read<{ items: Given[] }>(
        api,
        `/v1/claims/${id}/counterpoints?limit=200`,
      )
      const onto = items.filter(({ direction, isOwn }) => direction === 'onto' && !isOwn)
      for (const role of counterpointRoles) {
        const isListed = found.get(role)?.includes(id) ?? false
        const isGiven = onto.some((each) => each.role === role)
        // Who speaks for the party of the speaker has no role.
        const isDirect = onto.some(
          (each) =>
            each.role === role && each.via === null && !speaking.has(each.claim.speaker?.id ?? ''),
        )
        // What a restatement of it is answered is not an answer to it here; and whose words a party
        // says as well counts as the party.
        const isParty = found.get('party_response')?.includes(id) ?? false
        if (isListed && !isGiven)
          missed.push(
            `${role} of ${id} is listed, and nobody answers so: ${JSON.stringify(onto.map(({ role: r, via }) => [r, via]))}`,
          )
        if (isDirect && !isListed && !isParty) missed.push(`${role} of ${id} is not listed`)
        if (isListed) seen.add(role)
      }
    }

    expect(missed).toEqual([])
    expect(seen.size).toBeGreaterThan(2)
  })

  it('follows the kind of a source, and of a claim', async ({ api }) => {
    const answered = await aClaim(api)
    const speaker = await aSource(api, 'outlet')
    const answer = await aClaim(api, { speaker, text: 'It is not.' })
    await aLink(api, 'rebuts', answer.id, { claim: answered.id })
    expect(await listed(api, { role: 'third_party' })).toContain(answered.id)

    await api(`/v1/sources/${speaker}`, amendment({ kind: 'fact_checker' }, 1))

    expect(await listed(api, { role: 'fact_check' })).toContain(answered.id)
    expect(await listed(api, { role: 'third_party' })).not.toContain(answered.id)
  })

  it('has none for what its own speaker says', async ({ api }) => {
    const claim = await aClaim(api)
    const other = await aClaim(api, { speaker: claim.speaker?.id, text: 'Only in part.' })
    await aLink(api, 'qualifies', other.id, { claim: claim.id })

    for (const role of counterpointRoles)
      expect([role, (await listed(api, { role })).includes(claim.id)]).toEqual([role, false])
  })
})

describe('GET /v1/claims?rating=', () => {
  it('finds what is rated so, word for word, in any capitals', async ({ api }) => {
    const { rated } = await aRating(api, 'Pants on fire, mostly')

    for (const rating of [
      'Pants on fire, mostly',
      'PANTS ON FIRE, MOSTLY',
      'x,Pants on fire, mostly',
    ])
      expect([rating, await listed(api, { rating })]).toEqual([
        rating,
        rating.startsWith('x') ? [] : [rated],
      ])
    expect(await listed(api, { rating: 'Pants on fire' })).toEqual([])
  })

  it('follows amendments, merges, withdrawals and redactions', async ({ api }) => {
    const { rated, by } = await aRating(api, 'Half right')
    await api(`/v1/claims/${by}`, amendment({ rating: 'Half wrong' }, 1))
    expect(await listed(api, { rating: 'Half right' })).toEqual([])
    expect(await listed(api, { rating: 'Half wrong' })).toEqual([rated])

    const twin = await aClaim(api, {
      speaker: await speakerOf(api, rated),
      text: 'It is quite so!',
    })
    const body = { into: twin.id, reason: 'One and the same.' }
    const merged = await api(`/v1/claims/${rated}/merge`, {
      body,
      headers: { 'if-match': '"1"' },
    })
    expect(merged.status).toBe(201)
    expect(await listed(api, { rating: 'Half wrong' })).toEqual([twin.id])

    await api(`/v1/claims/${by}/redact`, {
      body: { ground: 'erased' },
      headers: { 'if-match': '"2"' },
    })
    expect(await listed(api, { rating: 'Half wrong' })).toEqual([])

    const other = await aRating(api, 'Half right')
    await api(`/v1/claims/${other.by}/withdraw`, {
      body: { at: '2026', reason: 'We were wrong.', citation: await aCitation(api) },
      headers: { 'if-match': '"1"' },
    })
    expect(await listed(api, { rating: 'Half right' })).toEqual([])
  })

  it('keeps nothing of a rating that was redacted', async ({ api, ownerDb }) => {
    const { by } = await aRating(api, 'Zqvexed')
    const count = async () => {
      const rows = await ownerDb
        .selectFrom('rated_as')
        .select('by_claim')
        .where('by_claim', '=', by)
        .execute()
      return rows.length
    }
    expect(await count()).toBe(1)

    await api(`/v1/claims/${by}/redact`, {
      body: { ground: 'erased' },
      headers: { 'if-match': '"1"' },
    })

    expect(await count()).toBe(0)
  })
})

describe('GET /v1/claims?quotedSource=', () => {
  it('finds what is cited from its reports, as they stand now', async ({ api }) => {
    const [one, other] = [await aSource(api), await aSource(api)]
    const [report, twin] = [await aReport(api, one), await aReport(api, other)]
    const citations = [{ report, quote: 'It is so.' }]
    const claim: ClaimView = await aClaim(api, { citations })
    expect(await listed(api, { quotedSource: one })).toEqual([claim.id])
    expect(await listed(api, { quotedSource: other })).toEqual([])

    const body = { into: twin, reason: 'One and the same.' }
    const merged = await api<{ object: { id: string } }>(`/v1/reports/${report}/merge`, {
      body,
      headers: { 'if-match': '"1"' },
    })
    expect(merged.status).toBe(201)
    expect(await listed(api, { quotedSource: one })).toEqual([])
    expect(await listed(api, { quotedSource: other })).toEqual([claim.id])

    await api(`/v1/reports/${twin}`, amendment({ source: one }, 1))
    expect(await listed(api, { quotedSource: one })).toEqual([claim.id])
    expect(await listed(api, { quotedSource: other })).toEqual([])
  })
})
