import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { relations } from '../../domain/kinds.ts'
import { linksAt } from './links.ts'
import { Memo } from './memo.ts'
import type { Change, RecordLink, RecordView } from './record.ts'

/**
 * The record as if some claims had been voided: they, the links from and onto them, and the links
 * onto such links. Nothing is written.
 */
export function withoutClaims(record: RecordView, gone: ReadonlySet<ClaimId>): RecordView {
  const memo = new Memo<boolean>(() => record.misses)
  const isGone = (link: RecordLink): boolean =>
    memo.get(link.id, () => {
      if (gone.has(link.from)) return true
      if ('claim' in link.to) return gone.has(link.to.claim)
      const target = record.link(link.to.link)
      return target !== undefined && isGone(target)
    })
  const left = (links: readonly RecordLink[]) => links.filter((link) => !isGone(link))
  return {
    get misses() {
      return record.misses
    },
    claim: (id) => {
      const claim = record.claim(id)
      return claim && gone.has(id) ? { ...claim, voided: true } : claim
    },
    link: (id) => {
      const link = record.link(id)
      return link && isGone(link) ? { ...link, voided: true } : link
    },
    linksFrom: (claim, relation) => left(record.linksFrom(claim, relation)),
    linksOnto: (target, relation) => left(record.linksOnto(target, relation)),
    undercutsOfLinksOf: (claim) => left(record.undercutsOfLinksOf(claim)),
    affiliationsOf: (source) => record.affiliationsOf(source),
    claimsOfSide: (source) => record.claimsOfSide(source).filter((claim) => !gone.has(claim)),
  }
}

/** What changes from a record to the same record without some claims. */
export function changesWithout(record: RecordView, gone: ReadonlySet<ClaimId>): readonly Change[] {
  const links = new Set<LinkId>()
  for (const claim of gone)
    for (const relation of relations)
      for (const { id } of linksAt(record, claim, relation)) links.add(id)
  // The set grows while it is walked: links onto links go with their targets.
  for (const link of links) for (const { id } of record.linksOnto(link, 'undercuts')) links.add(id)
  return [
    ...[...gone].map((claim) => ({ claim, what: 'voided' }) as const),
    ...[...links].map((link) => ({ link })),
  ]
}
