import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import type { Api } from '../support/api.ts'
import { it } from '../support/seed-api.ts'

interface List<T> {
  items: T[]
  next: string | null
}

async function claimOf(api: Api, id: string): Promise<ClaimView> {
  return (await api<ClaimView>(`/v1/claims/${id}`, { isPublic: true })).json
}

describe('the seed story over HTTP', () => {
  it('has every status as the rules work it out', async ({ api, refs }) => {
    const golden = JSON.parse(readFileSync('test/oracle/rules/golden.json', 'utf8')).at(-1)
    const expected = Object.entries<{ label: string; status: string; cites: string[] }>(
      golden.expect,
    )

    const shown = await Promise.all(
      expected.map(async ([ref]) => {
        const { label, status, explanation } = await claimOf(api, refs(ref))
        return [ref, { label, status, cites: explanation?.cites.toSorted() }]
      }),
    )

    expect(shown).toEqual(
      expected.map(([ref, { cites, ...rest }]) => [
        ref,
        { ...rest, cites: cites.map(refs).toSorted() },
      ]),
    )
  })

  it('lists what is denied, and only that', async ({ api, refs }) => {
    const { json } = await api<List<ClaimView>>('/v1/claims?status=denied')

    expect(json.items.map(({ id }) => id)).toEqual([refs('R1')])
    expect(json.next).toBeNull()
  })

  it('answers in Korean if asked by parameter or by header', async ({ api, refs }) => {
    const path = `/v1/claims/${refs('R1')}`

    const asked = await api<ClaimView>(`${path}?lang=ko`)
    const negotiated = await api<ClaimView>(path, { headers: { 'accept-language': 'ko-KR' } })

    expect(asked.json.statusLabel).toBe('마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음')
    expect(asked.json.speaker?.name).toBe('디인포메이션')
    expect(asked.json.explanation?.text).toContain('마이크로소프트가')
    expect(negotiated.json).toEqual(asked.json)
    expect(asked.headers.get('etag')).toMatch(/^"1\.\d+\.ko-gzip"$/)
    expect((await api(path)).headers.get('etag')).toMatch(/^"1\.\d+-gzip"$/)
  })

  it('answers who countered the report: the subject, by two claims and a qualification', async ({
    api,
    refs,
  }) => {
    const { json } = await api<List<CounterpointView>>(
      `/v1/claims/${refs('R1')}/counterpoints?depth=2`,
    )

    const { explanation } = await claimOf(api, refs('R1'))
    const claims = json.items.map(({ claim }) => claim.id)
    expect(claims.slice(0, 2)).toEqual(explanation?.cites)
    expect(claims.toSorted()).toEqual([refs('D1'), refs('D2'), refs('Q2')].toSorted())
    expect(json.items.map(({ role }) => role)).toEqual(Array(3).fill('party_response'))
    expect(json.items.every(({ effective }) => effective)).toBe(true)
  })

  it('gives the badges of the story', async ({ api, refs }) => {
    const badges = async (ref: string) => (await claimOf(api, refs(ref))).badges

    expect(await badges('V')).toMatchObject({ qualified: 1, reasonsOffered: 3 })
    expect(await badges('M')).toMatchObject({ contestedInference: true })
    expect(await badges('F1')).toMatchObject({ figuresConflict: true, secondHandOnly: false })
    expect(await badges('R1')).toMatchObject({ deniedBySubject: true, secondHandOnly: true })
  })

  it('tells of the newsletter how many of its claims somebody answered', async ({ api, refs }) => {
    const [{ json: report }, { json: claims }] = await Promise.all([
      api<{ counts: object }>(`/v1/reports/${refs('newsletter-report')}`),
      api<List<ClaimView & { answered: boolean }>>(
        `/v1/reports/${refs('newsletter-report')}/claims?limit=200`,
      ),
    ])

    expect(report.counts).toEqual({
      claims: claims.items.length,
      answered: claims.items.filter(({ answered }) => answered).length,
      quotedShare: 0.289,
    })
    expect(claims.items.find(({ id }) => id === refs('R1'))?.answered).toBe(true)
    expect(claims.items.find(({ id }) => id === refs('R2'))?.answered).toBe(false)
  })

  it('pages through all claims in every order without skipping or repeating one', async ({
    api,
  }) => {
    const { json: all } = await api<List<ClaimView>>('/v1/claims?limit=200')
    for (const sort of ['newest', 'changed', 'most_countered']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`
        const { json }: { json: List<ClaimView> } = await api(
          `/v1/claims?limit=7&sort=${sort}${after}`,
        )
        seen.push(...json.items.map(({ id }) => id))
        cursor = json.next
      }
      expect(seen.toSorted()).toEqual(all.items.map(({ id }) => id).toSorted())
    }
  })

  it('tells in a history what moved the claim: of a whole bundle, the last link that does', async ({
    api,
    refs,
  }) => {
    const { json } = await api<List<{ event: { kind: string; object: string } }>>(
      `/v1/claims/${refs('R1')}/history`,
    )

    expect(json.items.map(({ event }) => [event.kind, event.object])).toEqual([
      ['link.added', refs('b')],
    ])
  })

  it('says nothing twice: a known ETag is answered 304, in its own language only', async ({
    api,
    refs,
  }) => {
    const path = `/v1/claims/${refs('R1')}`
    const etag = (await api(path)).headers.get('etag') ?? ''

    expect((await api(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await api(`${path}?lang=ko`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})
