import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import { it } from '../support/api.ts'
import { aCitation, aClaim, aLink, aSource, type Wrote } from '../support/record.ts'

interface Refusal {
  type: string
  status: number
  errors?: { pointer: string; code: string; message: string }[]
}

describe('POST of an object', () => {
  it('201: answers the object, its event and the statuses it moved, and where it is', async ({
    api,
  }) => {
    const speaker = await aSource(api)

    const { status, headers, json } = await api<Wrote<ClaimView>>('/v1/claims', {
      body: {
        kind: 'fact',
        speaker,
        about: [],
        text: '그렇다.',
        lang: 'ko',
        assertedAt: '2025-12',
      },
    })

    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/v1/claims/${json.object.id}`)
    expect(headers.get('etag')).toMatch(new RegExp(`^"1\\.${json.event.seq}(?:-gzip)?"$`))
    expect(json.object).toMatchObject({
      text: '그렇다.',
      assertedAt: '2025-12',
      status: 'unchallenged',
    })
    expect(json.statusChanges).toEqual([{ claim: json.object.id, from: null, to: 'unchallenged' }])
    expect((await api(`/v1/claims/${json.object.id}`)).json).toEqual(json.object)
  })

  it('the same answer again for the same key, and one effect', async ({ api }) => {
    const headers = { 'idempotency-key': 'a-story-once' }
    const body = { title: 'Once', slug: 'only-once' }

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api('/v1/stories', { body, headers })),
    )

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    const other = await api('/v1/stories', { body: { title: 'Other' }, headers })
    expect(other.status).toBe(422)
  })

  it('400: without an Idempotency-Key nothing is stored', async ({ api }) => {
    const body = { title: 'Never', slug: 'never-stored' }

    const { status } = await api('/v1/stories', { body, headers: { 'idempotency-key': '' } })

    expect(status).toBe(400)
    expect((await api('/v1/stories/never-stored')).status).toBe(404)
  })

  it('401 and 403: readers and contributors write nothing', async ({ api }) => {
    const body = { title: 'Never', slug: 'never-by-a-reader' }

    expect((await api('/v1/stories', { body, isPublic: true })).status).toBe(401)
    expect((await api('/v1/stories/never-by-a-reader')).status).toBe(404)
  })

  it('422: names every field that is wrong', async ({ api }) => {
    const { status, json } = await api<Refusal>('/v1/claims', {
      body: {
        kind: 'rumour',
        text: ' ',
        lang: 'KO',
        assertedAt: '2025-02-30',
        extra: 1,
        about: [],
      },
    })

    expect(status).toBe(422)
    expect(json.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/assertedAt',
      '/extra',
      '/kind',
      '/lang',
      '/speaker',
      '/text',
    ])
  })

  it('422: a ruling is spoken by a body alone, since it outranks everyone', async ({ api }) => {
    const [outlet, court] = [await aSource(api), await aSource(api, 'body')]
    const said = { kind: 'ruling', about: [], text: 'So ruled.', lang: 'en', assertedAt: '2025' }
    const body = { ...said, citations: [await aCitation(api)] }

    const refused = await api<Refusal>('/v1/claims', { body: { ...body, speaker: outlet } })

    expect(refused.status).toBe(422)
    expect(refused.json.errors?.[0]?.code).toBe('ruling-by-body')
    expect((await api('/v1/claims', { body: { ...body, speaker: court } })).status).toBe(201)
  })

  it('422: a link that the rules refuse names the rule, and is not there', async ({ api }) => {
    const claim = await aClaim(api)

    const { status, json } = await api<Refusal>('/v1/links', {
      body: { relation: 'rebuts', from: claim.id, to: { claim: claim.id } },
    })

    expect(status).toBe(422)
    expect(json.errors?.[0]?.code).toBe('no-self-link')
    expect((await api<ClaimView>(`/v1/claims/${claim.id}`)).json.counts.rebuts).toBe(0)
  })
})

describe('POST /v1/claims/{id}/counterpoints', () => {
  it('201: creates what is missing, links it, and the claim is disputed', async ({ api }) => {
    const claim = await aClaim(api)

    const { status, json } = await api<Wrote<CounterpointView>>(
      `/v1/claims/${claim.id}/counterpoints`,
      {
        body: {
          relation: 'rebuts',
          aspect: 'scope',
          claim: {
            kind: 'fact',
            speaker: { kind: 'outlet', name: 'A Rival' },
            about: [],
            text: 'It is not so.',
            lang: 'en',
            assertedAt: '2025-12-04',
          },
          citation: {
            report: { source: '#speaker', kind: 'article', title: 'No', lang: 'en' },
            quote: 'It is not so.',
          },
        },
      },
    )

    expect(status).toBe(201)
    expect(json.object).toMatchObject({ role: 'third_party', effective: true, via: null })
    expect(json.object.claim.citations[0]).toMatchObject({ attribution: 'firsthand' })
    expect(json.object.link).toMatchObject({ relation: 'rebuts', aspect: 'scope' })
    expect(json.statusChanges).toContainEqual({
      claim: claim.id,
      from: 'unchallenged',
      to: 'disputed',
    })
  })

  it('422: one fault anywhere stores none of it, and is found in the body that was sent', async ({
    api,
  }) => {
    const claim = await aClaim(api)

    const { status, json } = await api<Refusal>(`/v1/claims/${claim.id}/counterpoints`, {
      body: {
        relation: 'rebuts',
        claim: {
          kind: 'fact',
          speaker: { kind: 'outlet', name: 'Left Out', slug: 'left-out' },
          about: [],
          text: 'No.',
          lang: 'en',
          assertedAt: '2025',
        },
        citation: { report: 'no-such-report', quote: 'No.' },
      },
    })

    expect(status).toBe(422)
    expect(json.errors?.map(({ pointer }) => pointer)).toEqual(['/citation/report'])
    expect((await api('/v1/sources/left-out')).status).toBe(404)
  })

  it('404: there is no such claim', async ({ api }) => {
    const { id, speaker } = await aClaim(api)
    const path = `/v1/claims/${id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}/counterpoints`
    const claim = { kind: 'fact', about: [], text: 'No.', lang: 'en', assertedAt: '2025' }

    const { status } = await api(path, {
      body: {
        relation: 'rebuts',
        claim: { ...claim, speaker: speaker?.id },
        citation: {
          report: { source: speaker?.id, kind: 'post', title: 'T', lang: 'en' },
          quote: 'No.',
        },
      },
    })

    expect(status).toBe(404)
  })
})

describe('PATCH', () => {
  const patch = { method: 'PATCH' }

  it('200: amends the transcription, moves the version, and re-derives statuses', async ({
    api,
  }) => {
    const subject = await aSource(api)
    const claim = await aClaim(api)
    const denial = await aClaim(api, { speaker: subject, text: 'No.', assertedAt: '2025-12-04' })
    await aLink(api, 'rebuts', denial.id, { claim: claim.id })

    const { status, json, headers } = await api<Wrote<ClaimView>>(`/v1/claims/${claim.id}`, {
      ...patch,
      body: { about: [subject], text: 'It is so!' },
      headers: { 'if-match': '"1"' },
    })

    expect(status).toBe(200)
    expect(json.object).toMatchObject({ version: 2, text: 'It is so!', status: 'denied' })
    expect(json.statusChanges).toEqual([{ claim: claim.id, from: 'disputed', to: 'denied' }])
    expect(headers.get('etag')).toMatch(/^"2\./)
  })

  it('412 and 428: only who saw the version may amend it', async ({ api }) => {
    const claim = await aClaim(api)
    const path = `/v1/claims/${claim.id}`
    const body = { text: 'Other.' }

    const stale = await api(path, { ...patch, body, headers: { 'if-match': '"2.999"' } })
    const blind = await api(path, { ...patch, body })

    expect([stale.status, blind.status]).toEqual([412, 428])
    expect((await api<ClaimView>(path)).json).toMatchObject({ version: 1, text: 'It is so.' })
  })

  it("a rebuttal by somebody else does not make one's amendment stale", async ({ api }) => {
    const claim = await aClaim(api)
    const seen = (await api(`/v1/claims/${claim.id}`)).headers.get('etag') ?? ''
    const rebuttal = await aClaim(api)
    await aLink(api, 'rebuts', rebuttal.id, { claim: claim.id })

    const now = (await api(`/v1/claims/${claim.id}`)).headers.get('etag')
    const { status } = await api(`/v1/claims/${claim.id}`, {
      ...patch,
      body: { text: 'Other.' },
      headers: { 'if-match': seen },
    })

    expect(now).not.toBe(seen)
    expect(status).toBe(200)
  })

  it('422: the ends of a link are never amended', async ({ api }) => {
    const [one, other] = [await aClaim(api), await aClaim(api)]
    const link = await aLink(api, 'rebuts', one.id, { claim: other.id })

    const { status, json } = await api<Refusal>(`/v1/links/${link}`, {
      ...patch,
      body: { relation: 'supports', aspect: 'scope' },
      headers: { 'if-match': '"1"' },
    })

    expect(status).toBe(422)
    expect(json.errors?.map(({ pointer }) => pointer)).toEqual(['/relation'])
  })

  it('422: an amendment that would make the claim a ruling by an outlet', async ({ api }) => {
    const claim = await aClaim(api)

    const { status } = await api(`/v1/claims/${claim.id}`, {
      ...patch,
      body: { kind: 'ruling' },
      headers: { 'if-match': '"1"' },
    })

    expect(status).toBe(422)
    expect((await api<ClaimView>(`/v1/claims/${claim.id}`)).json.kind).toBe('fact')
  })

  it('affiliations that change sides change statuses', async ({ api }) => {
    const [subject, spokesperson] = [await aSource(api, 'company'), await aSource(api, 'person')]
    const claim = await aClaim(api, { about: [subject] })
    const denial = await aClaim(api, { speaker: spokesperson, assertedAt: '2025-12-04' })
    await aLink(api, 'rebuts', denial.id, { claim: claim.id })

    const { json } = await api<Wrote<object>>(`/v1/sources/${spokesperson}`, {
      ...patch,
      body: { affiliations: [{ relation: 'speaks_for', source: subject }] },
      headers: { 'if-match': '"1"' },
    })

    expect(json.statusChanges).toEqual([{ claim: claim.id, from: 'disputed', to: 'denied' }])
  })
})

describe('ends of lives', () => {
  it('200: a withdrawn denial leaves the claim answered; again is 409', async ({ api }) => {
    const [claim, denial] = [await aClaim(api), await aClaim(api, { assertedAt: '2025-12-04' })]
    await aLink(api, 'rebuts', denial.id, { claim: claim.id })
    const path = `/v1/claims/${denial.id}/withdraw`
    const body = { at: '2025-12-05', reason: 'It was wrong.', citation: await aCitation(api) }

    const done = await api<Wrote<ClaimView>>(path, { body, headers: { 'if-match': '"1"' } })
    const again = await api(path, { body, headers: { 'if-match': '"2"' } })

    expect(done.json.object).toMatchObject({ status: 'withdrawn', withdrawnAt: '2025-12-05' })
    expect(done.json.statusChanges).toContainEqual({
      claim: claim.id,
      from: 'disputed',
      to: 'answered',
    })
    expect(again.status).toBe(409)
  })

  it('200: a voided denial is as if never made, and reads as an entry error', async ({ api }) => {
    const [claim, denial] = [await aClaim(api), await aClaim(api, { assertedAt: '2025-12-04' })]
    const link = await aLink(api, 'rebuts', denial.id, { claim: claim.id })

    const { json } = await api<Wrote<ClaimView>>(`/v1/claims/${denial.id}/void`, {
      body: { reason: 'Entered twice.' },
      headers: { 'if-match': '"1"' },
    })

    expect(json.object).toMatchObject({ status: null, label: null, withdrawnAt: null })
    expect(json.object.voidedAt).not.toBeNull()
    expect((await api<ClaimView>(`/v1/claims/${claim.id}`)).json).toMatchObject({
      status: 'unchallenged',
      counts: { rebuts: 0 },
    })
    expect((await api<{ label: null }>(`/v1/links/${link}`)).json.label).toBeNull()
  })

  it('409: a source that claims still name is not voided', async ({ api }) => {
    const claim = await aClaim(api)
    const path = `/v1/sources/${claim.speaker?.id}`
    const call = { body: { reason: 'Twice.' }, headers: { 'if-match': '"1"' } }

    const { status } = await api(`${path}/void`, call)

    expect(status).toBe(409)
    expect((await api<{ voidedAt: null }>(path)).json.voidedAt).toBeNull()
  })

  it('a voided citation no longer makes a claim firsthand', async ({ api }) => {
    const speaker = await aSource(api)
    const report = await api<Wrote<{ id: string }>>('/v1/reports', {
      body: { source: speaker, kind: 'article', title: 'T', lang: 'en' },
    })
    const claim = await aClaim(api, { speaker })
    const cited = await api<Wrote<{ id: string }>>(`/v1/claims/${claim.id}/citations`, {
      body: { report: report.json.object.id, quote: 'It is so.' },
    })
    const isSecondHand = async () =>
      (await api<ClaimView>(`/v1/claims/${claim.id}`)).json.badges.secondHandOnly

    expect(cited.status).toBe(201)
    expect(await isSecondHand()).toBe(false)
    await api(`/v1/citations/${cited.json.object.id}/void`, {
      body: { reason: 'Misquoted.' },
      headers: { 'if-match': '"1"' },
    })
    expect(await isSecondHand()).toBe(true)
  })
})
