import { describe, expect, it } from 'vitest'
import {
  claimJsonLd,
  storyJsonLd,
  type ClaimDocument,
  type PublishedClaim,
} from '../../src/formats/claim-json-ld.ts'
import { schemaOrg } from '../support/schema-org.ts'

const addresses = {
  claim: (id: string) => `https://counterpoint.example/claims/${id}`,
  source: (id: string) => `https://counterpoint.example/v1/sources/${id}`,
}

function aClaim(id: string, more: Partial<PublishedClaim> = {}): PublishedClaim {
  return {
    id,
    title: `[Accounts differ] The Times: ${id}: 목표를 낮췄다`,
    text: `${id}: 목표를 낮췄다`,
    lang: 'ko',
    texts: [],
    speaker: { id: 'times', name: 'The Times', kind: 'outlet' },
    about: [{ id: 'maker', name: 'Maker' }],
    assertedAt: '2025-12',
    statusLabel: 'Accounts differ',
    statusSince: '2026-01-01T00:00:00.000Z',
    voidedAt: null,
    rating: null,
    citations: [],
    ...more,
  }
}

function aReport(title: string, publishedAt: string | null, url: string | null = null) {
  return { report: { title, url, publishedAt, source: { id: 'times', name: 'The Times' } } }
}

const checker = { id: 'checker', name: 'Fact Checkers', kind: 'fact_checker' } as const
const verdict = aClaim('verdict', {
  speaker: checker,
  rating: '대체로 사실 아님',
  citations: [aReport('Checked', '2025-12-09', 'https://checkers.example/1')],
})

const full: ClaimDocument = {
  claim: aClaim('report', {
    texts: [{ lang: 'en', text: 'It lowered its targets', by: 'human' }],
    citations: [
      aReport('No date', null),
      aReport('Later', '2025-12-05'),
      aReport('First', '2025-12-03T09:00:00+09:00', 'https://times.example/1'),
    ],
  }),
  description: 'Denied by the party it is about.',
  correction: undefined,
  beside: [],
  counterpoints: [
    aClaim('denial', { speaker: { id: 'maker', name: 'Maker', kind: 'company' } }),
    aClaim('view', { speaker: { id: 'kim', name: 'Kim', kind: 'analyst' } }),
  ],
  ratings: [verdict],
  rated: [],
  asOf: new Date('2026-02-01T00:00:00.000Z'),
}

const errant = aClaim('errant', {
  voidedAt: '2026-01-02T03:04:05.678Z',
  statusLabel: 'Entry error',
})

function find(document: ClaimDocument) {
  return JSON.parse(JSON.stringify(claimJsonLd(document, addresses)))
}

describe('claimJsonLd', () => {
  it('says what schema.org means by its terms', () => {
    expect(schemaOrg().faultsOf(find(full))).toEqual([])
  })

  it('has who asserted what, when, and where it appeared first', () => {
    expect(find(full)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      '@id': 'https://counterpoint.example/claims/report',
      name: '[Accounts differ] The Times: report: 목표를 낮췄다',
      text: 'report: 목표를 낮췄다',
      creativeWorkStatus: 'Accounts differ',
      additionalProperty: [
        { '@type': 'PropertyValue', name: 'statusSince', value: '2026-01-01T00:00:00.000Z' },
        { '@type': 'PropertyValue', name: 'asOf', value: '2026-02-01T00:00:00.000Z' },
      ],
      inLanguage: 'ko',
      author: { '@type': 'Organization', name: 'The Times' },
      datePublished: '2025-12',
      appearance: [{ name: 'No date' }, { name: 'Later' }, { name: 'First' }],
      firstAppearance: { name: 'First', url: 'https://times.example/1' },
    })
  })

  it('has counterpoints as claims about it', () => {
    const { subjectOf } = find(full)

    expect(subjectOf).toMatchObject([
      { '@type': 'Claim', '@id': 'https://counterpoint.example/claims/denial' },
      { '@type': 'Claim', author: { '@type': 'Person', name: 'Kim' } },
    ])
  })

  it('has as reviews what fact-checkers said, in their words, and nothing else', () => {
    const unrated = aClaim('unrated', { speaker: checker })
    const byOutlet = aClaim('by-outlet', { rating: 'False' })

    const { review } = find({ ...full, ratings: [unrated, verdict, byOutlet] })

    expect(review).toHaveLength(1)
    expect(review).toMatchObject([
      {
        '@type': 'ClaimReview',
        author: { name: 'Fact Checkers' },
        claimReviewed: 'report: 목표를 낮췄다',
        reviewRating: { '@type': 'Rating', alternateName: '대체로 사실 아님' },
        url: 'https://checkers.example/1',
      },
    ])
  })

  it('is, as the words of a fact-checker, part of the review that it makes', () => {
    const document = find({ ...full, claim: verdict, ratings: [], rated: [full.claim] })

    expect(document.isPartOf).toEqual(find(full).review)
    expect(schemaOrg().faultsOf(document)).toEqual([])
  })

  it('has no words where a redaction took them away', () => {
    const speaker = { id: 'times', name: null, kind: 'outlet' } as const
    const citations = [{ report: { ...aReport('x', null).report, title: null } }]
    const claim = aClaim('report', { text: null, speaker, citations })

    const document = find({ ...full, claim })

    expect(JSON.stringify(document)).not.toContain('null')
    expect(document).not.toHaveProperty('text')
    expect(schemaOrg().faultsOf(document)).toEqual([])
  })

  it('says of every claim where it stands', () => {
    const withdrawn = aClaim('denial', { statusLabel: 'Withdrawn by Maker' })

    expect(find({ ...full, counterpoints: [withdrawn] })).toMatchObject({
      creativeWorkStatus: 'Accounts differ',
      subjectOf: [{ creativeWorkStatus: 'Withdrawn by Maker' }],
    })
  })

  it('has no claim of anybody where an entry was an error', () => {
    const document = find({ ...full, claim: errant, description: 'Entry error.' })

    expect(document).toEqual({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      '@id': 'https://counterpoint.example/claims/errant',
      url: 'https://counterpoint.example/claims/errant',
      creativeWorkStatus: 'Entry error',
      description: 'Entry error.',
    })
    expect(schemaOrg().faultsOf(document)).toEqual([])
  })

  it('makes no review of a status', () => {
    const document = find({ ...full, ratings: [] })

    expect(JSON.stringify(document)).not.toMatch(/Review|Rating|ratingValue/)
    expect(document.description).toBe('Denied by the party it is about.')
  })
})

describe('storyJsonLd', () => {
  it('says what schema.org means by its terms', () => {
    const story = { address: 'https://counterpoint.example/stories/s', title: 'S' }

    const document = storyJsonLd({ ...story, claims: [full.claim, verdict] }, addresses)

    expect(schemaOrg().faultsOf(document)).toEqual([])
    expect(document['hasPart']).toHaveLength(2)
  })

  it('leaves out what was entered wrongly', () => {
    const story = { address: 'https://counterpoint.example/stories/s', title: 'S' }

    const document = storyJsonLd({ ...story, claims: [errant, full.claim] }, addresses)

    expect(document['hasPart']).toMatchObject([{ text: full.claim.text }])
    expect(JSON.stringify(document)).not.toContain('errant')
  })
})

describe('the check against schema.org', () => {
  it('finds what it must find', () => {
    const wrong = {
      '@type': 'Claim',
      appearance: 'somewhere',
      author: { '@type': 'Claim', text: 'x' },
      reviewRating: 'x',
      firstAppearance: { '@type': 'Person', name: 'x' },
    }

    expect(schemaOrg().faultsOf(wrong)).toEqual([
      '/appearance: may be no text',
      '/author: may be no Claim',
      '/reviewRating: Claim has no reviewRating',
      '/firstAppearance: may be no Person',
    ])
  })
})
