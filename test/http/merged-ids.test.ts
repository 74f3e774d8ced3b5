import { describe, expect } from 'vitest'
import { checkRecord } from '../../src/actions/check-record.ts'
import { it, type Api } from '../support/api.ts'
import { allMerged, type AllMerged } from '../support/merged.ts'
import { operationsIn } from '../support/open-api.ts'
import { aCitation, aClaim, aLink, aSource } from '../support/record.ts'

type Noun = keyof AllMerged

/** `{noun}` stands for a merged object, `{noun:plain}` for one that is not merged. */
type Body = object

const json = { 'content-type': 'application/json' }
const reason = 'For the test.'
const at = '2025-12-09'
const quote = 'A quote.'
const citation = { report: '{report}', quote }
const plainCitation = { report: '{report:plain}', quote }
const page = { kind: 'article', title: 'A title', lang: 'en' }
const said = { kind: 'fact', text: 'Words.', lang: 'en', assertedAt: '2025-12-05', about: [] }
const claim = { ...said, speaker: '{source:plain}' }
const affiliations = [{ relation: 'part_of', source: '{source}' }]
const link = { relation: 'undercuts', from: '{claim:plain}', to: { claim: '{claim:other}' } }
const answer = { relation: 'rebuts', claim, citation: plainCitation }
const merging = { into: '{source:plain}', reason }

/** Writes to a merged object. */
const refused: readonly (readonly [operation: string, Noun, path: string, Body])[] = [
  ['amendSource', 'source', '', { aliases: ['Another name of it'] }],
  ['amendReport', 'report', '', { title: 'Another title' }],
  ['amendClaim', 'claim', '', { text: 'Other words.' }],
  ['amendLink', 'link', '', { note: 'A note.' }],
  ['voidSource', 'source', '/void', { reason }],
  ['voidReport', 'report', '/void', { reason }],
  ['voidClaim', 'claim', '/void', { reason }],
  ['voidLink', 'link', '/void', { reason }],
  ['mergeSource', 'source', '/merge', merging],
  ['mergeReport', 'report', '/merge', { ...merging, into: '{report:plain}' }],
  ['mergeClaim', 'claim', '/merge', { ...merging, into: '{claim:plain}' }],
  ['citeClaim', 'claim', '/citations', plainCitation],
  ['citeLink', 'link', '/citations', plainCitation],
  ['fileCounterpoint', 'claim', '/counterpoints', answer],
  ['withdrawClaim', 'claim', '/withdraw', { at, reason, citation: plainCitation }],
  ['voidWithdrawal', 'claim', '/withdrawal/void', { reason }],
  ['endLink', 'link', '/end', { at, reason }],
  ['voidEnd', 'link', '/end/void', { reason }],
]

/** Writes that name a merged object. */
const followed: readonly (readonly [operation: string, Noun, path: string, Body])[] = [
  ['addSource', 'source', '/v1/sources', { kind: 'company', name: '{new}', affiliations }],
  ['amendSource', 'source', '/v1/sources/{source:plain}', { affiliations }],
  ['addReport', 'source', '/v1/reports', { ...page, source: '{source}' }],
  ['amendReport', 'source', '/v1/reports/{report:plain}', { source: '{source}' }],
  ['addClaim', 'source', '/v1/claims', { ...claim, speaker: '{source}' }],
  ['addClaim', 'source', '/v1/claims', { ...claim, about: ['{source}'] }],
  ['addClaim', 'report', '/v1/claims', { ...claim, citations: [citation] }],
  ['amendClaim', 'source', '/v1/claims/{claim:plain}', { speaker: '{source}' }],
  ['amendClaim', 'source', '/v1/claims/{claim:plain}', { about: ['{source}'] }],
  ['addLink', 'claim', '/v1/links', { ...link, from: '{claim}' }],
  ['addLink', 'claim', '/v1/links', { ...link, to: { claim: '{claim}' } }],
  ['addLink', 'link', '/v1/links', { ...link, to: { link: '{link}' } }],
  ['addLink', 'report', '/v1/links', { ...link, citations: [citation] }],
  ['addStory', 'claim', '/v1/stories', { title: '{new}', claims: ['{claim}'] }],
  ['amendStory', 'claim', '/v1/stories/{story:plain}', { claims: ['{claim}'] }],
  ['citeClaim', 'report', '/v1/claims/{claim:plain}/citations', citation],
  ['citeLink', 'report', '/v1/links/{link:plain}/citations', citation],
  [
    'fileCounterpoint',
    'source',
    '/v1/claims/{claim:plain}/counterpoints',
    { ...answer, claim: { ...claim, speaker: '{source}' } },
  ],
  ['fileCounterpoint', 'report', '/v1/claims/{claim:plain}/counterpoints', { ...answer, citation }],
  [
    'fileCounterpoint',
    'source',
    '/v1/claims/{claim:plain}/counterpoints',
    { ...answer, citation: { report: { ...page, source: '{source}' }, quote } },
  ],
  ['withdrawClaim', 'report', '/v1/claims/{claim:plain}/withdraw', { at, reason, citation }],
  ['endLink', 'report', '/v1/links/{link:plain}/end', { at, reason, citation }],
]

/** Writes that cannot involve a merged object, or are tested below. */
const others = [
  'redactSource',
  'redactReport',
  'redactClaim',
  'redactLink',
  'redactCitation',
  'redactStory',
  'voidCitation',
  'voidStory',
  'voidMerge',
  'importBundle',
  'lookUpText',
  'checkDraft',
  'createKey',
  'revokeKey',
]

describe('what was merged away', () => {
  it('is met by every write there is', async ({ api }) => {
    const { json } = await api('/openapi.json')
    const writes = operationsIn(json).flatMap(({ method, operationId }) =>
      method === 'GET' ? [] : [operationId],
    )
    const met = [...refused, ...followed].map(([operation]) => operation)
    expect(new Set(writes)).toEqual(new Set([...met, ...others]))
  })

  it.for(refused)(
    '409: %s of a %s is refused, with the survivor',
    async ([operation, noun, path, body], { api }) => {
      const merged = await allMerged(api)
      const { away, into } = merged[noun]
      const { headers } = await api(`/v1/${noun}s/${into}`)
      const seq = headers.get('counterpoint-seq')
      const call = {
        method: operation.startsWith('amend') ? 'PATCH' : 'POST',
        body: await filled(api, merged, body),
      }

      for (const [version, status] of [
        [noun === 'link' ? 1 : 2, 409],
        [7, 412],
      ] as const) {
        const isMatched = !/^cite|^file/.test(operation)
        const answered = await api<{ detail: string; mergedInto: string }>(
          `/v1/${noun}s/${away}${path}`,
          { ...call, headers: { ...json, ...(isMatched && { 'if-match': `"${version}"` }) } },
        )
        expect([answered.status, answered.json.mergedInto]).toEqual([
          isMatched ? status : 409,
          into,
        ])
        expect(answered.json.detail).toContain(`${away} is merged into ${into}`)
      }
      expect((await api(`/v1/${noun}s/${into}`)).headers.get('counterpoint-seq')).toBe(seq)
    },
  )

  it.for(followed)(
    '%s: takes a %s that was merged for what remains, at %s',
    async ([operation, noun, path, body], { api, db }) => {
      const merged = await allMerged(api)
      const { away, into } = merged[noun]
      const [to, sent] = await Promise.all([
        filledText(api, merged, path),
        filled(api, merged, body),
      ])

      const { status, text } = await api(to, {
        method: operation.startsWith('amend') ? 'PATCH' : 'POST',
        body: sent,
        headers: { ...json, ...(/\}(\/end|\/withdraw)?$/.test(path) && { 'if-match': '"1"' }) },
      })

      expect([200, 201]).toContain(status)
      expect(text).toContain(into)
      expect(text).not.toContain(away)
      expect(await checkRecord(db)).toEqual([])
    },
  )
})

describe('POST …/redact of what was merged away', () => {
  it.for(['source', 'report', 'claim', 'link'] as const)(
    '200: %s, whose own words can be removed, and those of the survivor stay',
    async (noun, { api, db }) => {
      const { away, into } = (await allMerged(api))[noun]
      const { text: before } = await api(`/v1/${noun}s/${into}`)

      const { status, json: written } = await api<{ object: { redaction: unknown } }>(
        `/v1/${noun}s/${away}/redact`,
        {
          body: { ground: 'erased' },
          headers: { 'if-match': noun === 'link' ? '"1"' : '"2"' },
        },
      )

      expect([status, written.object.redaction]).toMatchObject([200, { ground: 'erased' }])
      expect((await api(`/v1/${noun}s/${away}`)).status).toBe(301)
      expect((await api(`/v1/${noun}s/${into}`)).text).toBe(before)
      expect(await checkRecord(db)).toEqual([])
    },
  )
})

async function filled(api: Api, merged: AllMerged, body: Body): Promise<string> {
  return filledText(api, merged, JSON.stringify(body))
}

async function filledText(api: Api, merged: AllMerged, text: string): Promise<string> {
  const found = [...new Set(text.match(/\{\w+(?::\w+)?\}/g))]
  let filled = text
  for (const mark of found) filled = filled.replaceAll(mark, await standIn(api, merged, mark))
  return filled
}

async function standIn(api: Api, merged: AllMerged, mark: string): Promise<string> {
  switch (mark) {
    case '{source}':
      return merged.source.away
    case '{report}':
      return merged.report.away
    case '{claim}':
      return merged.claim.away
    case '{link}':
      return merged.link.away
    case '{source:plain}':
      return aSource(api)
    case '{report:plain}':
      return (await aCitation(api)).report
    case '{claim:plain}':
    case '{claim:other}':
      return (await aClaim(api)).id
    case '{link:plain}':
      return aLink(api, 'undercuts', (await aClaim(api)).id, { claim: (await aClaim(api)).id })
    case '{story:plain}': {
      const body = { title: crypto.randomUUID(), claims: [(await aClaim(api)).id] }
      return (await api<{ object: { id: string } }>('/v1/stories', { body })).json.object.id
    }
    default:
      return crypto.randomUUID()
  }
}
