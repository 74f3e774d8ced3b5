import type { PlainClaim, PlainLink, PlainRecord, Target } from './record.ts'
import { withoutVoided } from './record.ts'
import { isSameSide } from './sides.ts'
import { isAfter } from './world-dates.ts'

/** A record without its entry errors, and the sets that rules/1.md §1.2 and §1.3 define on it. */
export interface Reading {
  record: PlainRecord
  claims: ReadonlyMap<string, PlainClaim>
  links: ReadonlyMap<string, PlainLink>
  /** Claim → its restatement group, itself included. */
  groups: ReadonlyMap<string, ReadonlySet<string>>
  /** The links that are neither voided nor ended, by their author or by a concession. */
  live: readonly PlainLink[]
  /** Claim → the claims that supersede it by a live `supersedes`. */
  superseders: ReadonlyMap<string, ReadonlySet<string>>
  /** Claim → the concessions by which its own side gave it up. */
  conceders: ReadonlyMap<string, ReadonlySet<string>>
}

/** Reads a record the way rules/1.md §1.2 and §1.3 say. */
export function read(original: PlainRecord): Reading {
  const record = withoutVoided(original)
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]))
  const links = new Map(record.links.map((link) => [link.id, link]))
  const notEnded = record.links.filter((link) => !link.ended)
  const groups = groupsOf(record.claims, notEnded)
  const superseders = new Map(record.claims.map(({ id }) => [id, new Set<string>()]))
  const conceders = new Map(record.claims.map(({ id }) => [id, new Set<string>()]))
  const endedByConcession = new Set<string>()

  for (const link of notEnded) {
    if (!('claim' in link.to)) continue
    if (link.relation === 'supersedes') given(superseders, link.to.claim).add(link.from)
    if (link.relation !== 'concedes') continue

    const concession = given(claims, link.from)
    const conceded = given(groups, link.to.claim)
    const isOfItsSideAndNoLater = (claim: PlainClaim) =>
      claim.id !== concession.id &&
      !isAfter(claim.at, concession.at) &&
      isSameSide(record, claim.speaker, concession.speaker, concession.at)

    for (const denial of record.claims) {
      const isOpposed = isJoinedByRebuttal(notEnded, given(groups, denial.id), conceded)
      if (isOfItsSideAndNoLater(denial) && !conceded.has(denial.id) && isOpposed) {
        given(conceders, denial.id).add(concession.id)
      }
    }
    for (const { id, relation, from, to } of notEnded) {
      if (relation !== 'undercuts' || !isOneOf(conceded, to)) continue
      if (isOfItsSideAndNoLater(given(claims, from))) endedByConcession.add(id)
    }
  }

  const live = notEnded.filter(({ id }) => !endedByConcession.has(id))
  return { record, claims, links, groups, live, superseders, conceders }
}

/** What a map holds for a key that it must have. */
export function given<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The record has no ${key}.`)
  return value
}

/** Connected components of `restates`. */
function groupsOf(
  claims: readonly PlainClaim[],
  links: readonly PlainLink[],
): Map<string, Set<string>> {
  const groups = new Map(claims.map(({ id }) => [id, new Set([id])]))
  for (const { relation, from, to } of links) {
    if (relation !== 'restates' || !('claim' in to)) continue
    const merged = new Set([...given(groups, from), ...given(groups, to.claim)])
    for (const member of merged) groups.set(member, merged)
  }
  return groups
}

/** Whether a `rebuts`, in either direction, joins a member of one group with one of the other. */
function isJoinedByRebuttal(
  links: readonly PlainLink[],
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): boolean {
  return links.some(
    ({ relation, from, to }) =>
      relation === 'rebuts' &&
      ((one.has(from) && isOneOf(other, to)) || (other.has(from) && isOneOf(one, to))),
  )
}

function isOneOf(claims: ReadonlySet<string>, target: Target): boolean {
  return 'claim' in target && claims.has(target.claim)
}
