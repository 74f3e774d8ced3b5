import type {
  AffiliationRelation,
  Aspect,
  ClaimKind,
  Relation,
  Response,
} from '../../src/domain/kinds.ts'
import { PlainRecord as RulesRecord, type WrittenRecord } from './rules/record.ts'

/** A record as plain values: all that the rules of statuses look at. */
export interface PlainRecord {
  sources: readonly PlainSource[]
  claims: readonly PlainClaim[]
  links: readonly PlainLink[]
  /** The merges of sources in force; none by default. */
  merges?: readonly PlainMerge[]
}

export interface PlainSource {
  id: string
  affiliations: readonly PlainAffiliation[]
  /** Where it matters: whether it may speak rulings. */
  isBody?: boolean
  /** Whether a report that is not voided is by it. */
  hasReport?: boolean
  voided?: boolean
}

interface PlainMerge {
  id: string
  from: string
  into: string
}

/** A date as it is written in the API, an instant in milliseconds, or null where nobody knows. */
export type PlainDate = string | number | null

/** In force from `from` to `until`, both included; an absent bound is open. */
export interface PlainAffiliation {
  relation: AffiliationRelation
  to: string
  from?: PlainDate
  until?: PlainDate
}

export interface PlainClaim {
  id: string
  kind: ClaimKind
  /** null: unnamed, of one voice with nobody. */
  speaker: string | null
  about: readonly string[]
  at: PlainDate
  /** When, if that is known. */
  withdrawn: boolean | string
  voided: boolean
  /** None by default. */
  points?: readonly { id: string; ended: boolean }[]
}

export interface PlainLink {
  id: string
  relation: Relation
  from: string
  to: Target
  /** Of a `supersedes`; by default `substance`. */
  change?: 'substance' | 'wording'
  /** What it says as an answer: nothing by default. */
  response?: Response | null
  meets?: readonly string[]
  aspect?: Aspect | null
  /** When, if that is known. */
  ended: boolean | string
  voided: boolean
}

export type Target = { claim: string } | { link: string }

/** The same record as the rules read it. */
export function rulesRecord({ sources, claims, links }: PlainRecord): RulesRecord {
  const written: WrittenRecord = {
    sources: sources.map(({ id, affiliations }) => ({
      id,
      affiliations: affiliations.map(({ relation, to: source, from = null, until: to = null }) => {
        return { relation, source, from, to }
      }),
    })),
    claims: claims.map(({ about, points = [], ...claim }) => {
      return { ...claim, about: [...about], points: [...points] }
    }),
    links: links.map(({ relation, to, change, meets = [], ...link }) => ({
      ...link,
      meets: [...meets],
      rel: relation,
      to: 'claim' in to ? to.claim : to.link,
      ...(change && { change }),
    })),
  }
  return RulesRecord.parse(written)
}

/** What was entered wrongly goes, "with every link from or onto it, and so on" (1.2). */
export function withoutVoided(record: PlainRecord): PlainRecord {
  const claims = record.claims.filter((claim) => !claim.voided)
  let links = record.links.filter((link) => !link.voided)
  for (;;) {
    const kept = links.filter((link) => hasBothEnds(link, claims, links))
    if (kept.length === links.length) return { sources: record.sources, claims, links }
    links = kept
  }
}

function hasBothEnds(
  { from, to }: PlainLink,
  claims: readonly PlainClaim[],
  links: readonly PlainLink[],
): boolean {
  const hasClaim = (id: string) => claims.some((claim) => claim.id === id)
  const hasTarget = 'claim' in to ? hasClaim(to.claim) : links.some((link) => link.id === to.link)
  return hasClaim(from) && hasTarget
}
