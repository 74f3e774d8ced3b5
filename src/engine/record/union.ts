import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import { endsOf, targetOf } from './links.ts'
import type { Change, RecordLink, RecordView } from './record.ts'

/**
 * The records before and after some changes, seen as one: every changed link counts as live,
 * whether it is new, ended or voided, and every amended correction as one of wording. Whatever a
 * change reaches in either record, it reaches here, so the order of changes does not matter.
 */
export function unionOf(record: RecordView, changes: readonly Change[]): RecordView {
  const changed = changedLinks(record, changes)
  const from = Map.groupBy(changed.values(), (link) => link.from)
  const onto = Map.groupBy(changed.values(), targetOf)
  const undercuts = changedUndercutsOfLinks(record, changed.values())

  const join = (links: readonly RecordLink[], added: readonly RecordLink[] | undefined) =>
    added === undefined ? links : [...links.filter(({ id }) => !changed.has(id)), ...added]
  return {
    get misses() {
      return record.misses
    },
    claim: (id) => record.claim(id),
    link: (id) => changed.get(id) ?? record.link(id),
    linksFrom: (claim, relation) =>
      join(record.linksFrom(claim, relation), only(relation, from.get(claim))),
    linksOnto: (target, relation) =>
      join(record.linksOnto(target, relation), only(relation, onto.get(target))),
    undercutsOfLinksOf: (claim) => join(record.undercutsOfLinksOf(claim), undercuts.get(claim)),
    affiliationsOf: (source) => record.affiliationsOf(source),
    claimsOfSide: (source) => record.claimsOfSide(source),
  }
}

function only(
  relation: Relation,
  links: readonly RecordLink[] | undefined,
): readonly RecordLink[] | undefined {
  return links?.filter((link) => link.relation === relation)
}

function changedLinks(
  record: RecordView,
  changes: readonly Change[],
): ReadonlyMap<LinkId, RecordLink> {
  const changed = new Map<LinkId, RecordLink>()
  for (const change of changes) {
    const link = 'link' in change ? record.link(change.link) : undefined
    if (link === undefined) continue
    const wasWording = 'isAmended' in change || changed.get(link.id)?.change === 'wording'
    const seen = { ...link, ended: false, voided: false }
    changed.set(link.id, wasWording ? { ...seen, change: 'wording' } : seen)
  }
  return changed
}

function changedUndercutsOfLinks(
  record: RecordView,
  changed: Iterable<RecordLink>,
): ReadonlyMap<ClaimId, readonly RecordLink[]> {
  const undercuts = new Map<ClaimId, RecordLink[]>()
  for (const undercut of changed) {
    if (undercut.relation !== 'undercuts' || 'claim' in undercut.to) continue
    const target = record.link(undercut.to.link)
    for (const end of target === undefined ? [] : endsOf(record, target)) {
      undercuts.set(end, [...(undercuts.get(end) ?? []), undercut])
    }
  }
  return undercuts
}
