import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { LinkView } from '../../src/views/objects.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { aCitation, aClaim, aLink, type Wrote } from '../support/record.ts'

const reason = 'Entered by mistake.'
const at = '2025-12-10'

interface History {
  items: { seq: number; status: string | null; event: { kind: string } }[]
}

describe('POST /v1/claims/{id}/withdrawal/void', () => {
  it('200: the claim stands as before, and what was said in between stays', async ({ api }) => {
    const { claim } = await aDenial(api)
    const path = `/v1/claims/${claim}`
    const citation = await aCitation(api)
    const withdrawn = await send(api, `${path}/withdraw`, 1, { at, reason: 'Said so.', citation })
    expect(withdrawn.object).toMatchObject({
      status: 'withdrawn',
      withdrawnAt: at,
      withdrawal: { citations: [{ quote: citation.quote, attribution: 'relay' }] },
      uncited: null,
      citations: [],
    })

    const undone = await send(api, `${path}/withdrawal/void`, 2, { reason })

    expect(undone.object).toMatchObject({ status: 'disputed', withdrawnAt: null, withdrawal: null })
    expect(undone.statusChanges).toContainEqual({ claim, from: 'withdrawn', to: 'disputed' })
    const { items } = await read<History>(api, `${path}/history`)
    expect(items.map(({ status, event }) => [status, event.kind])).toEqual([
      ['disputed', 'withdrawal.voided'],
      ['withdrawn', 'claim.withdrawn'],
      ['disputed', 'link.added'],
      ['unchallenged', 'claim.added'],
    ])
    const then = await read<ClaimView>(api, `${path}?asOf=${withdrawn.event.seq}`)
    expect(then).toMatchObject({ ...withdrawn.object, badges: then.badges })
    const { report } = citation
    expect(await read(api, `/v1/reports/${report}`)).toMatchObject({ counts: { claims: 0 } })
  })

  it('409: of a claim that is not withdrawn, again, and nothing happens', async ({ api }) => {
    const { claim } = await aDenial(api)
    const path = `/v1/claims/${claim}/withdrawal/void`
    const before = await read<ClaimView>(api, `/v1/claims/${claim}`)

    const { status, json } = await api<{ errors: object[] }>(path, call(1, { reason }))

    expect(status).toBe(409)
    expect(json.errors).toMatchObject([{ code: 'not-so', message: `${claim} is not withdrawn.` }])
    expect(await read(api, `/v1/claims/${claim}`)).toEqual(before)
  })

  it('422: without a reason; 428: without If-Match', async ({ api }) => {
    const { claim } = await aDenial(api)
    const path = `/v1/claims/${claim}/withdrawal/void`

    expect((await api(path, call(1, {}))).status).toBe(422)
    expect((await api(path, { body: { reason } })).status).toBe(428)
  })
})

describe('POST /v1/links/{id}/end/void', () => {
  it('200: the denial has its force again', async ({ api }) => {
    const { claim, link } = await aDenial(api)
    const path = `/v1/links/${link}`
    const citation = await aCitation(api)
    const ended = await send<LinkView>(api, `${path}/end`, 1, { at, reason: 'So.', citation })
    expect(ended.object).toMatchObject({
      endedBy: 'author',
      end: { citations: [{ quote: citation.quote, report: { id: citation.report } }] },
    })
    expect(await read(api, `/v1/claims/${claim}`)).toMatchObject({ status: 'answered' })

    const undone = await send<LinkView>(api, `${path}/end/void`, 2, { reason })

    expect(undone.object).toMatchObject({ endedAt: null, endedBy: null, end: null })
    expect(await read(api, `/v1/claims/${claim}`)).toMatchObject({ status: 'disputed' })
    const then = await read(api, `/v1/claims/${claim}?asOf=${ended.event.seq}`)
    expect(then).toMatchObject({ status: 'answered' })
    expect((await api(`${path}/end/void`, call(3, { reason }))).status).toBe(409)
  })
})

describe('the source of a withdrawal', () => {
  it('is asked for by name', async ({ api }) => {
    const { claim } = await aDenial(api)

    const { status, json } = await api<{ errors: object[] }>(
      `/v1/claims/${claim}/withdraw`,
      call(1, { at, reason: 'I say so.' }),
    )

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ pointer: '/citations', code: 'withdrawal-cited' }])
  })

  it('names its faults by their place', async ({ api }) => {
    const { claim } = await aDenial(api)
    const citation = { report: 'nobody', quote: 'No' }

    const { status, json } = await api<{ errors: object[] }>(
      `/v1/claims/${claim}/withdraw`,
      call(1, { at, reason: 'I say so.', citation }),
    )

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ pointer: '/citation/report', code: 'unknown-reference' }])
  })

  it('finds the claim by its report, and goes when it is redacted', async ({ api }) => {
    const { claim } = await aDenial(api)
    const path = `/v1/claims/${claim}`
    const citation = await aCitation(api)
    const { object } = await send(api, `${path}/withdraw`, 1, { at, reason: 'So.', citation })
    const listed = await read<{ items: ClaimView[] }>(api, `/v1/reports/${citation.report}/claims`)
    expect(listed.items.map(({ id }) => id)).toEqual([claim])
    const id = object.withdrawal?.citations[0]?.id ?? ''

    await api(`/v1/citations/${id}/redact`, call(1, { ground: 'erased' }))

    expect(await read(api, path)).toMatchObject({
      withdrawal: { citations: [{ quote: null, redaction: { ground: 'erased' } }] },
    })
  })
})

describe('what has no source', () => {
  it('says so in the API, on the card and on the page, in both languages', async ({ api, db }) => {
    const { claim } = await aDenial(api)
    await importLines(db, [{ type: 'withdrawal', claim, at, reason: 'So.', uncited: true }])

    for (const [lang, words] of [
      ['en', 'No source given for the withdrawal.'],
      ['ko', '철회의 출처가 제시되지 않았습니다.'],
    ] as const) {
      const view = await read<ClaimView>(api, `/v1/claims/${claim}?lang=${lang}`)
      expect(view).toMatchObject({ uncited: 'withdrawal', withdrawal: { citations: [] } })
      expect(view.explanation?.text).toContain(words)
      for (const path of [`/embed/claims/${claim}`, `/claims/${claim}`]) {
        const headers = { accept: 'text/html' }
        expect((await api(`${path}?lang=${lang}`, { headers, isPublic: true })).text).toContain(
          words,
        )
      }
    }
  })

  it('is noted on rulings, on what they decide, and on concessions', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      { type: 'source', ref: 'court', kind: 'body', name: `Court ${crypto.randomUUID()}` },
      { type: 'source', ref: 'firm', kind: 'company', name: `Firm ${crypto.randomUUID()}` },
      { type: 'source', ref: 'paper', kind: 'outlet', name: `Paper ${crypto.randomUUID()}` },
      said('R', 'paper', { about: ['firm'] }),
      said('Q', 'paper', { about: ['firm'] }),
      said('J', 'court', { kind: 'ruling', uncited: true }),
      said('A', 'firm'),
      { type: 'link', ref: 'j', relation: 'rebuts', from: 'J', to: { claim: 'R' } },
      {
        type: 'link',
        ref: 'k',
        relation: 'concedes',
        from: 'A',
        to: { claim: 'Q' },
        uncited: true,
      },
    ])
    const shown = async (ref: string) => read<ClaimView>(api, `/v1/claims/${refs[ref]}?lang=en`)

    expect(await shown('R')).toMatchObject({ status: 'ruled_against', uncited: 'ruling' })
    expect((await shown('J')).explanation?.text).toContain('No source given for the ruling.')
    expect(await shown('Q')).toMatchObject({ status: 'admitted', uncited: 'concession' })
    const link = `/v1/links/${refs['k']}`
    expect(await read(api, link)).toMatchObject({ uncited: true })
    const tag = (await api(`/v1/claims/${refs['Q']}`)).headers.get('etag')

    await api(`${link}/citations`, { body: await aCitation(api) })

    expect(await shown('Q')).toMatchObject({ uncited: null })
    expect((await api(`/v1/claims/${refs['Q']}`)).headers.get('etag')).not.toBe(tag)
    expect(await read(api, link)).toMatchObject({ uncited: false })
  })
})

function said(ref: string, speaker: string, given: object = {}): object {
  const claim = { type: 'claim', ref, kind: 'fact', speaker, about: [], text: `So ${ref}` }
  return { ...claim, lang: 'en', assertedAt: '2025-12-01', ...given }
}

/** A claim that another one rebuts. */
async function aDenial(api: Api): Promise<{ claim: string; link: string }> {
  const [claim, denial] = [await aClaim(api), await aClaim(api, { assertedAt: '2025-12-04' })]
  return { claim: claim.id, link: await aLink(api, 'rebuts', denial.id, { claim: claim.id }) }
}

function call(version: number, body: object) {
  return { body, headers: { 'if-match': `"${version}"` } }
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the answer
async function send<T = ClaimView>(api: Api, path: string, version: number, body: object) {
  const { status, json, text } = await api<Wrote<T>>(path, call(version, body))
  if (status !== 200) throw new Error(text)
  return json
}
