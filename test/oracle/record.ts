import type { AffiliationRelation, ClaimKind, Relation } from '../../src/domain/kinds.ts'

/** A record as plain values: all that the rules of rules/1.md §§1.1–1.7 look at. */
export interface PlainRecord {
  sources: readonly PlainSource[]
  claims: readonly PlainClaim[]
  links: readonly PlainLink[]
}

export interface PlainSource {
  id: string
  affiliations: readonly PlainAffiliation[]
}

/** In force from `from` to `until`, both included; an absent bound is open. */
export interface PlainAffiliation {
  relation: AffiliationRelation
  to: string
  from?: number
  until?: number
}

export interface PlainClaim {
  id: string
  kind: ClaimKind
  /** null: unnamed, of one voice with nobody (§1.1). */
  speaker: string | null
  about: readonly string[]
  /** When it was asserted, in milliseconds; null where nobody knows. */
  at: number | null
  withdrawn: boolean
  voided: boolean
}

export interface PlainLink {
  id: string
  relation: Relation
  from: string
  to: Target
  ended: boolean
  voided: boolean
}

export type Target = { claim: string } | { link: string }

/** What was entered wrongly goes, "with every link from or onto it, and so on" (§1.2). */
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
