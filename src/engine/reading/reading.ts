import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import { worldTimeOf, type WorldTime } from '../../domain/world-time.ts'
import type { Affiliation } from '../record/affiliations.ts'
import { targetClaim } from '../record/links.ts'
import { byRelation } from '../record/by-relation.ts'
import { Derived, derivedFrom } from '../record/derived.ts'
import { Memo } from '../record/memo.ts'
import { PartialRecord } from '../record/partial-record.ts'
import type { ItemId, RecordClaim, RecordLink, RecordView } from '../record/record.ts'
import { isWording, versionsOf, type Versions } from './versions.ts'

const readings = new WeakMap<RecordView, Reading>()
const readingOfPartial = derivedFrom((record: PartialRecord) => new Reading(record))

/** The record as the rules read it; one reading for each record. */
export function readingOf(record: RecordView): Reading {
  if (record instanceof Reading) return record
  if (record instanceof PartialRecord) return readingOfPartial(record)
  const known = readings.get(record)
  if (known !== undefined) return known
  const reading = new Reading(record)
  readings.set(record, reading)
  return reading
}

/**
 * The record with the links as they are read (rules, 1.3): from and onto the current version of
 * their claims. Only links that replace the wording of a claim are read as entered.
 */
export class Reading implements RecordView {
  readonly entered: RecordView
  readonly derived = new Derived()
  readonly #versions: Memo<Versions>
  readonly #groups: Memo<readonly ClaimId[]>
  readonly #from: Readonly<Record<Relation, Memo<readonly RecordLink[]>>>
  readonly #onto: Readonly<Record<Relation, Memo<readonly RecordLink[]>>>

  constructor(entered: RecordView) {
    this.entered = entered
    this.#versions = this.memo()
    this.#groups = this.memo()
    this.#from = byRelation(() => this.memo())
    this.#onto = byRelation(() => this.memo())
  }

  /** For what others derive from this reading. */
  memo<Answer>(): Memo<Answer> {
    return new Memo(() => this.entered.misses)
  }

  get misses(): number {
    return this.entered.misses
  }

  claim(id: ClaimId): RecordClaim | undefined {
    return this.entered.claim(id)
  }

  link(id: LinkId): RecordLink | undefined {
    const link = this.entered.link(id)
    return link && this.#read(link)
  }

  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[] {
    return this.#from[relation].get(claim, () =>
      this.#linksAt(claim, relation, (version) => this.entered.linksFrom(version, relation)),
    )
  }

  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[] {
    return this.#onto[relation].get(target, () =>
      this.#linksAt(target, relation, (version) => this.entered.linksOnto(version, relation)),
    )
  }

  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[] {
    if (this.current(claim) !== claim) return []
    const found = this.versions(claim).all.flatMap((each) => this.entered.undercutsOfLinksOf(each))
    return [...new Map(found.map((link) => [link.id, this.#read(link)])).values()]
  }

  affiliationsOf(source: SourceId): readonly Affiliation[] {
    return this.entered.affiliationsOf(source)
  }

  claimsOfSide(source: SourceId): readonly ClaimId[] {
    return this.entered.claimsOfSide(source)
  }

  versions(claim: ClaimId): Versions {
    return this.#versions.get(claim, () => versionsOf(this.entered, claim))
  }

  current(claim: ClaimId): ClaimId {
    return this.versions(claim).current
  }

  /** at(c) of the rules: when the first version was asserted. */
  at(claim: ClaimId): WorldTime {
    return this.claim(this.versions(claim).first)?.assertedAt ?? worldTimeOf(null)
  }

  isRuling(claim: ClaimId): boolean {
    return this.claim(claim)?.kind === 'ruling'
  }

  /**
   * The restatement group of a claim, including itself, sorted. Withdrawn and superseded members
   * remain and connect others; an ended restatement connects nothing.
   */
  group(claim: ClaimId): readonly ClaimId[] {
    return this.#groups.get(
      claim,
      () => this.#membersAround(claim),
      (members) => members,
    )
  }

  #membersAround(claim: ClaimId): readonly ClaimId[] {
    const members = new Set([claim])
    for (const member of members) {
      for (const { ended, from } of this.linksOnto(member, 'restates'))
        if (!ended) members.add(from)
      for (const link of this.linksFrom(member, 'restates')) {
        const other = targetClaim(link)
        if (!link.ended && other !== undefined) members.add(other)
      }
    }
    return [...members].sort()
  }

  /** A link that is a target has no versions, so it is treated like a claim. */
  #linksAt(
    item: ItemId,
    relation: Relation,
    linksOf: (version: ItemId) => readonly RecordLink[],
  ): readonly RecordLink[] {
    const { all, current } = this.versions(item)
    const own = relation === 'supersedes' ? linksOf(item).filter(isWording) : []
    if (current !== item) return own
    const links = all.flatMap(linksOf).filter((link) => !isWording(link))
    const read = new Map(links.map((link) => [link.id, this.#read(link)]))
    return [...own, ...read.values()]
  }

  #read(link: RecordLink): RecordLink {
    if (isWording(link)) return link
    const to = 'claim' in link.to ? { claim: this.current(link.to.claim) } : link.to
    return { ...link, from: this.current(link.from), to }
  }
}
