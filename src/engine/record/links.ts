import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import type { ItemId, RecordLink, RecordView } from './record.ts'

/** The relations whose links have a guard, which are those that can be undercut. */
const guarded: ReadonlySet<Relation> = new Set(['rebuts', 'undercuts', 'relies_on'])

export function isGuarded(relation: Relation): boolean {
  return guarded.has(relation)
}

/** How deep links onto links may nest (rules/2.md §1.2): 0 is a link onto a claim. */
export const depthMax = 8

/** Whether a link nests deeper than that; looks no further than the limit. */
export function isDeeperThan(
  record: Pick<RecordView, 'link'>,
  link: RecordLink,
  depth: number,
): boolean {
  let next: RecordLink | undefined = link
  for (let below = 0; below <= depth; below++) {
    if (next === undefined || 'claim' in next.to) return false
    next = record.link(next.to.link)
  }
  return true
}

/** The target of a link, a claim or a link. */
export function targetOf(link: RecordLink): ItemId {
  return 'claim' in link.to ? link.to.claim : link.to.link
}

/** The claim that a link targets; undefined if it targets a link. */
export function targetClaim(link: RecordLink): ClaimId | undefined {
  return 'claim' in link.to ? link.to.claim : undefined
}

/** The ends of a link: its `from`, and its target or, if that is a link, the ends of that link. */
export function endsOf(record: Pick<RecordView, 'link'>, link: RecordLink): readonly ClaimId[] {
  const ends = new Set<ClaimId>()
  const seen = new Set<LinkId>()
  let next: RecordLink | undefined = link
  while (next !== undefined && !seen.has(next.id)) {
    seen.add(next.id)
    ends.add(next.from)
    if ('claim' in next.to) ends.add(next.to.claim)
    next = 'link' in next.to ? record.link(next.to.link) : undefined
  }
  return [...ends]
}

/** The links of one relation that start at a claim or target it. */
export function linksAt(
  record: Pick<RecordView, 'linksFrom' | 'linksOnto'>,
  claim: ClaimId,
  relation: Relation,
): readonly RecordLink[] {
  return [...record.linksFrom(claim, relation), ...record.linksOnto(claim, relation)]
}

/**
 * The claim at the other end of a link between two claims; undefined if the link targets a link.
 */
export function otherEnd(link: RecordLink, claim: ClaimId): ClaimId | undefined {
  return link.from === claim ? targetClaim(link) : link.from
}
