import type { Translation } from '../domain/translation.ts'
import type { Beside } from '../sentences/standing/beside.ts'
import { machineMark } from '../sentences/table/standings.ts'
import type { SourceKind } from '../domain/kinds.ts'
import { isInterval, knownStartOf } from '../domain/world-date.ts'

/** The parts of a claim in JSON-LD; a redacted text is null. */
export interface PublishedClaim {
  readonly id: string
  /** Who says what, after what must be said first. */
  readonly title: string
  readonly text: string | null
  readonly lang: string
  readonly texts: readonly {
    readonly lang: string
    readonly text: string
    readonly by: Translation['by']
  }[]
  /** null if no source names the speaker. */
  readonly speaker: PublishedSpeaker | null
  readonly about: readonly { readonly id: string; readonly name: string | null }[]
  readonly assertedAt: string | null
  /** Where it stands, in words. */
  readonly statusLabel: string
  readonly statusSince: string | null
  readonly voidedAt: string | null
  readonly rating: string | null
  readonly citations: readonly { readonly report: PublishedReport }[]
}

interface PublishedSpeaker {
  readonly id: string
  readonly name: string | null
  readonly kind: SourceKind
}

interface PublishedReport {
  readonly title: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  readonly source: { readonly id: string; readonly name: string | null }
}

/** The addresses of things. */
export interface Addresses {
  readonly claim: (id: string) => string
  readonly source: (id: string) => string
}

export interface ClaimDocument {
  readonly claim: PublishedClaim
  /** The explanation of its status, in one sentence. */
  readonly description: string | null
  /** The claim by which its speaker replaced it. */
  readonly correction: string | undefined
  readonly counterpoints: readonly PublishedClaim[]
  /** Fact-checkers' claims that rate it. */
  readonly ratings: readonly PublishedClaim[]
  /** Claims that it rates, if it is a fact-checker's. */
  readonly rated: readonly PublishedClaim[]
  /** What its status must not be read without. */
  readonly beside: readonly Beside[]
  /** When all this was so. */
  readonly asOf: Date
}

export type JsonLd = Readonly<Record<string, unknown>>

/**
 * A claim in schema.org terms, with its counterpoints as claims about it. An entry error is only a
 * page that says so, since nobody made the claim. Our status is not a review: a ClaimReview holds
 * only what a fact-checker said, in the fact-checker's own words.
 */
export function claimJsonLd(
  { claim, description, correction, counterpoints, ratings, rated, beside, asOf }: ClaimDocument,
  addresses: Addresses,
): JsonLd {
  const context = { '@context': 'https://schema.org' }
  const described = description !== null && { description }
  if (claim.voidedAt !== null)
    return {
      ...context,
      ...pageNode(addresses.claim(claim.id)),
      creativeWorkStatus: claim.statusLabel,
      ...described,
    }
  const reviews = ratings.flatMap((rating) => claimReview(rating, claim, addresses) ?? [])
  const own = rated.flatMap((reviewed) => claimReview(claim, reviewed, addresses) ?? [])
  return {
    ...context,
    ...claimNode(claim, addresses),
    ...described,
    additionalProperty: [
      ...(claim.statusSince === null ? [] : [property('statusSince', claim.statusSince)]),
      property('asOf', asOf.toISOString()),
      ...beside.map(({ badge, text, claim: other }) => ({
        ...property(badge, text),
        ...(other !== undefined && { url: addresses.claim(other) }),
      })),
    ],
    ...(correction !== undefined && { correction: addresses.claim(correction) }),
    ...(counterpoints.length > 0 && {
      subjectOf: counterpoints.map((counterpoint) => claimNode(counterpoint, addresses)),
    }),
    ...(reviews.length > 0 && { review: reviews }),
    ...(own.length > 0 && { isPartOf: own }),
  }
}

export interface StoryDocument {
  readonly address: string
  readonly title: string
  readonly claims: readonly PublishedClaim[]
}

export function storyJsonLd({ address, title, claims }: StoryDocument, to: Addresses): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'Collection',
    '@id': address,
    url: address,
    name: title,
    hasPart: claims
      .filter(({ voidedAt }) => voidedAt === null)
      .map((claim) => claimNode(claim, to)),
  }
}

/** For a fact-checker's claim that rates something; undefined for any other. */
function claimReview(
  rating: PublishedClaim,
  reviewed: PublishedClaim,
  addresses: Addresses,
): JsonLd | undefined {
  if (rating.speaker?.kind !== 'fact_checker' || rating.rating === null) return undefined
  const address = addresses.claim(rating.id)
  return {
    '@type': 'ClaimReview',
    '@id': `${address}#review-of-${reviewed.id}`,
    url: rating.citations[0]?.report.url ?? address,
    author: speakerNode(rating.speaker, addresses),
    ...published(rating.assertedAt),
    inLanguage: rating.lang,
    ...(reviewed.text !== null && { claimReviewed: reviewed.text }),
    itemReviewed: { '@type': 'Claim', '@id': addresses.claim(reviewed.id) },
    ...(rating.text !== null && { reviewBody: rating.text }),
    reviewRating: { '@type': 'Rating', alternateName: rating.rating },
  }
}

function property(name: string, value: string): JsonLd {
  return { '@type': 'PropertyValue', name, value }
}

function pageNode(address: string): JsonLd {
  return { '@type': 'WebPage', '@id': address, url: address }
}

function claimNode(claim: PublishedClaim, addresses: Addresses): JsonLd {
  const address = addresses.claim(claim.id)
  const reports = claim.citations.map(({ report }) => reportNode(report, addresses))
  const first = firstOf(claim.citations)
  return {
    '@type': 'Claim',
    '@id': address,
    url: address,
    name: claim.title,
    ...(claim.text !== null && { text: claim.text }),
    inLanguage: claim.lang,
    creativeWorkStatus: claim.statusLabel,
    ...(claim.texts.length > 0 && {
      workTranslation: claim.texts.map(({ lang, text, by }) => ({
        '@type': 'CreativeWork',
        text,
        inLanguage: lang,
        ...(by === 'machine' && { creditText: machineMark.en }),
      })),
    }),
    ...(claim.speaker && { author: speakerNode(claim.speaker, addresses) }),
    ...published(claim.assertedAt),
    ...(claim.about.length > 0 && {
      about: claim.about.map(({ id, name }) => ({
        '@type': 'Thing',
        '@id': addresses.source(id),
        ...named(name),
      })),
    }),
    ...(reports.length > 0 && { appearance: reports }),
    ...(first && { firstAppearance: reportNode(first, addresses) }),
  }
}

/**
 * The report with the earliest date: the first known occurrence, which may be a relay. If it has an
 * interval, others may have appeared earlier within it.
 */
function firstOf(citations: PublishedClaim['citations']): PublishedReport | undefined {
  const dated = citations.flatMap(({ report }) =>
    report.publishedAt === null || isInterval(report.publishedAt)
      ? []
      : [{ report, at: report.publishedAt }],
  )
  return dated.toSorted((a, b) => knownStartOf(a.at) - knownStartOf(b.at))[0]?.report
}

function reportNode({ title, url, publishedAt, source }: PublishedReport, addresses: Addresses) {
  return {
    '@type': 'CreativeWork',
    ...named(title),
    ...(url !== null && { url }),
    ...published(publishedAt),
    publisher: {
      '@type': 'Organization',
      '@id': addresses.source(source.id),
      ...named(source.name),
    },
  }
}

const people: ReadonlySet<SourceKind> = new Set(['person', 'analyst'])

function speakerNode({ id, name, kind }: PublishedSpeaker, addresses: Addresses): JsonLd {
  return {
    '@type': people.has(kind) ? 'Person' : 'Organization',
    '@id': addresses.source(id),
    ...named(name),
  }
}

/** schema.org has no property for a publication date that is an interval. */
function published(date: string | null): JsonLd {
  return date === null || isInterval(date) ? {} : { datePublished: date }
}

function named(name: string | null): JsonLd {
  return name === null ? {} : { name }
}
