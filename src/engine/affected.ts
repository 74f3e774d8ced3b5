import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import { binds, concessionsOf, rivalsOf } from './concessions.ts'
import { groupOf } from './groups.ts'
import { linksAt, otherEnd, targetClaim } from './links.ts'
import type { Change, RecordClaim, RecordLink, RecordView } from './record.ts'
import { undercutsReaching } from './reverse-reach.ts'
import { isAmong } from './sides.ts'
import { unionOf } from './union.ts'

/** Items of the record by kind. */
export interface Items {
  readonly claims: readonly ClaimId[]
  readonly links: readonly LinkId[]
}

/**
 * What changes touch, in the record before and after them. The two-way flags of undercuts follow
 * from it: `touched` are the claims whose parties may differ in any way, `opposed` those that only
 * gained or lost opponents among `opponents`.
 */
interface Affected {
  readonly claims: Set<ClaimId>
  readonly links: Set<LinkId>
  readonly touched: Set<ClaimId>
  readonly opposed: Set<ClaimId>
  readonly opponents: Set<SourceId>
}

/**
 * The claims and links to recompile after some changes, given the resulting record (semantics.md
 * §2.2). Everything else compiles to the same as before.
 */
export function itemsToCompile(record: RecordView, changes: readonly Change[]): Items {
  const union = unionOf(record, changes)
  const affected = affectedBy(union, changes)
  for (const undercut of flagsToCompile(union, affected)) affected.links.add(undercut.id)
  return { claims: [...affected.claims].sort(), links: [...affected.links].sort() }
}

/** The claims among the items to compile, without looking for two-way flags. */
export function claimsToCompile(
  union: RecordView,
  changes: readonly Change[],
): ReadonlySet<ClaimId> {
  return affectedBy(union, changes).claims
}

function affectedBy(union: RecordView, changes: readonly Change[]): Affected {
  const affected: Affected = {
    claims: new Set(),
    links: new Set(),
    touched: new Set(),
    opposed: new Set(),
    opponents: new Set(),
  }
  // Many changes may reach one claim, so lookups by side are memoised.
  const sided = new Set<ClaimId>()
  const side = (claim: ClaimId) => {
    if (sided.has(claim)) return
    sided.add(claim)
    affectBySides(union, claim, affected)
  }
  for (const change of changes) {
    if ('link' in change) {
      affected.links.add(change.link)
      const link = union.link(change.link)
      if (link !== undefined) affectByLink(union, link, affected)
    } else if ('source' in change) {
      for (const claim of union.claimsOfSide(change.source)) side(claim)
    } else {
      affected.claims.add(change.claim)
      if (change.what === 'amended') {
        affectByKind(union, change.claim, affected)
        side(change.claim)
      }
    }
  }
  return affected
}

function affectByLink(union: RecordView, link: RecordLink, affected: Affected): void {
  const target = targetClaim(link)
  switch (link.relation) {
    case 'rebuts':
      if (target !== undefined) affectByRebuttal(union, link.from, target, affected)
      break
    case 'undercuts':
      affected.touched.add(link.from)
      break
    case 'relies_on':
      if (target !== undefined) addAll(affected.touched, groupOf(union, target))
      break
    case 'restates':
      affectByRestatement(union, link.from, affected)
      break
    case 'supersedes':
      if (target !== undefined) affected.claims.add(target)
      break
    case 'concedes':
      affectByConcession(union, link, (claim) => binds(union, link, claim), affected)
      break
    case 'supports':
    case 'qualifies':
      break
  }
}

/** A rebuttal makes its ends opponents, and lets a concession of one side supersede the other. */
function affectByRebuttal(union: RecordView, a: ClaimId, b: ClaimId, affected: Affected): void {
  for (const end of [a, b]) {
    affected.opposed.add(end)
    const speaker = union.claim(end)?.speaker
    if (speaker !== undefined) affected.opponents.add(speaker)
  }
  for (const [near, far] of [
    [groupOf(union, a), groupOf(union, b)],
    [groupOf(union, b), groupOf(union, a)],
  ] as const) {
    const concessions = concessionsOf(union, far)
    for (const claim of near) {
      if (concessions.some((concession) => binds(union, concession, union.claim(claim)))) {
        affected.claims.add(claim)
      }
    }
  }
}

/** Members of a group share rebuttals, serve as a basis together, and are conceded together. */
function affectByRestatement(union: RecordView, member: ClaimId, affected: Affected): void {
  const group = groupOf(union, member)
  addAll(affected.claims, group)
  addAll(affected.touched, group)
  for (const claim of group) {
    addAll(affected.links, idsOf(linksAt(union, claim, 'rebuts')))
    addAll(affected.links, idsOf(union.linksOnto(claim, 'relies_on')))
  }
  for (const concession of concessionsOf(union, group)) {
    affectByConcession(union, concession, (claim) => binds(union, concession, claim), affected)
  }
}

/** What a concession supersedes, and which undercuts it ends, among the claims that it may bind. */
function affectByConcession(
  union: RecordView,
  concession: RecordLink,
  mayBind: (claim: RecordClaim | undefined) => boolean,
  affected: Affected,
): void {
  const target = targetClaim(concession)
  if (target === undefined) return
  const group = groupOf(union, target)
  for (const rival of rivalsOf(union, group)) {
    if (mayBind(union.claim(rival))) affected.claims.add(rival)
  }
  for (const undercut of group.flatMap((claim) => union.linksOnto(claim, 'undercuts'))) {
    if (!mayBind(union.claim(undercut.from))) continue
    affected.links.add(undercut.id)
    affected.touched.add(undercut.from)
  }
}

/** A ruling outranks others in every arc that it, or a restatement of it, takes part in. */
function affectByKind(union: RecordView, claim: ClaimId, affected: Affected): void {
  for (const member of groupOf(union, claim)) {
    addAll(affected.links, idsOf(linksAt(union, member, 'rebuts')))
  }
  addAll(affected.links, idsOf(union.linksOnto(claim, 'undercuts')))
}

/**
 * Everything that depends on a claim's speaker, subjects or date: whether it is conceded, what it
 * concedes, and which undercuts are two-way because of it.
 */
function affectBySides(union: RecordView, claim: ClaimId, affected: Affected): void {
  affected.claims.add(claim)
  affected.touched.add(claim)
  addAll(affected.links, idsOf(union.linksFrom(claim, 'undercuts')))
  addAll(affected.links, idsOf(union.undercutsOfLinksOf(claim)))

  // An author who undercuts the claim has it in reach already, so only these opponents are missing.
  for (const link of linksAt(union, claim, 'rebuts')) {
    const other = otherEnd(link, claim)
    if (other !== undefined) affected.touched.add(other)
  }
  for (const concession of union.linksFrom(claim, 'concedes')) {
    affectByConcession(union, concession, () => true, affected)
  }
}

/**
 * The undercuts whose two-way flag may differ, which is possible only for those of facts and
 * figures.
 */
function flagsToCompile(union: RecordView, affected: Affected): readonly RecordLink[] {
  const isOpposed = (undercut: RecordLink) => {
    const claim = union.claim(undercut.from)
    if (claim === undefined) return false
    return isAmong(union, claim.speaker, affected.opponents, claim.assertedAt)
  }
  return [
    ...undercutsReaching(union, affected.touched),
    ...undercutsReaching(union, affected.opposed).filter(isOpposed),
  ]
}

function addAll<T>(set: Set<T>, items: Iterable<T>): void {
  for (const item of items) set.add(item)
}

function idsOf(links: readonly RecordLink[]): readonly LinkId[] {
  return links.map((link) => link.id)
}
