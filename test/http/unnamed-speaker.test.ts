import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { it, type Api } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { aCitation, aClaim, aLink, aSource, type Wrote } from '../support/record.ts'

/** A claim about a party by somebody whom the report does not name. */
async function anUnnamed(api: Api, given: object = {}): Promise<ClaimView> {
  return aClaim(api, { speaker: null, citations: [await aCitation(api)], ...given })
}

describe('a claim whose speaker no source names', () => {
  it('is called unnamed, with the attribution of the report', async ({ api }) => {
    const claim = await anUnnamed(api)

    expect(claim.speaker).toBeNull()
    expect(claim.citations).toMatchObject([{ attribution: 'unnamed_source' }])
    const html = { headers: { accept: 'text/html' }, isPublic: true }
    const page = await api(`/claims/${claim.id}?lang=en`, html)
    expect(page.text).toMatch(/Speaker not named<\/b>\s*\(from an unnamed source\)/)
    const card = await api(`/embed/claims/${claim.id}?lang=ko`, html)
    expect(card.text).toContain('발언자 미상')
  })

  it('has no author in JSON-LD and oEmbed: nobody is invented', async ({ api }) => {
    const { id } = await anUnnamed(api)

    const accept = { headers: { accept: 'application/ld+json' } }
    const { json } = await api<Record<string, unknown>>(`/claims/${id}`, accept)
    const url = encodeURIComponent(`http://counterpoint.example/claims/${id}`)
    const oembed = await api<Record<string, unknown>>(`/oembed?url=${url}`)

    expect(json['@type']).toBe('Claim')
    expect(json).not.toHaveProperty('author')
    expect(oembed.status).toBe(200)
    expect(oembed.json).not.toHaveProperty('author_name')
  })

  it('appears in lists, graphs and exports without a speaker', async ({ api }) => {
    const { id } = await anUnnamed(api)
    const other = await aClaim(api)
    await aLink(api, 'rebuts', other.id, { claim: id })

    const graph = await api<{ nodes: { id: string; speaker: unknown }[] }>(`/v1/claims/${id}/graph`)
    const { text } = await api('/v1/export')

    expect(graph.json.nodes.find((node) => node.id === id)?.speaker).toBeNull()
    expect(text).toMatch(new RegExp(`"id":"${id}"[^\\n]*"speaker":null`))
  })

  it('is a third party, and on nobody’s side', async ({ api }) => {
    const about = [await aSource(api)]
    const claim = await aClaim(api, { about })
    const denial = await anUnnamed(api, { about })
    await aLink(api, 'rebuts', denial.id, { claim: claim.id })

    const { json } = await api<{ items: { role: string }[] }>(
      `/v1/claims/${claim.id}/counterpoints`,
    )

    expect(json.items).toMatchObject([{ role: 'third_party' }])
    expect((await api<ClaimView>(`/v1/claims/${claim.id}`)).json.status).toBe('disputed')
  })

  it("is on nobody's side: another one may undercut it, and none replaces it", async ({
    api,
    db,
  }) => {
    const [first, second] = [await anUnnamed(api), await anUnnamed(api)]
    const body = (relation: string) => ({ relation, from: second.id, to: { claim: first.id } })

    const replaced = await api<{ errors: { code: string }[] }>('/v1/links', {
      body: body('supersedes'),
    })
    const undercut = await api('/v1/links', { body: body('undercuts') })

    expect(replaced.status).toBe(422)
    expect(replaced.json.errors).toMatchObject([{ code: 'supersedes-own-claim' }])
    expect(undercut.status).toBe(201)
    await expectRightRecord(db)
  })

  it('rules nothing: a ruling has a body', async ({ api }) => {
    const ruling = { kind: 'ruling', speaker: null, about: [], assertedAt: '2025-12-03' }
    const body = { ...ruling, text: 'So it is.', lang: 'en', citations: [await aCitation(api)] }

    const { status, json } = await api<{ errors: object[] }>('/v1/claims', { body })

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ code: 'ruling-by-body' }])
  })

  it('must be left out on purpose: a missing speaker is refused', async ({ api }) => {
    const body = { kind: 'fact', about: [], text: 'So.', lang: 'en', assertedAt: '2025-12-03' }

    const { status, json } = await api<{ errors: object[] }>('/v1/claims', { body })

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ pointer: '/speaker' }])
  })

  it('may be named later by an amendment, and the side follows', async ({ api }) => {
    const party = await aSource(api)
    const claim = await aClaim(api, { about: [party] })
    const denial = await anUnnamed(api, { about: [party] })
    await aLink(api, 'rebuts', denial.id, { claim: claim.id })

    const { status } = await api<Wrote<ClaimView>>(`/v1/claims/${denial.id}`, {
      method: 'PATCH',
      body: { speaker: party },
      headers: { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' },
    })

    expect(status).toBe(200)
    expect((await api<ClaimView>(`/v1/claims/${claim.id}`)).json.status).toBe('denied')
  })
})
