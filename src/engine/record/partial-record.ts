import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import type { Affiliation } from './affiliations.ts'
import { Derived } from './derived.ts'
import { Known } from './known.ts'
import { KnownLinks } from './known-links.ts'
import { targetOf } from './links.ts'
import { NewItems, nothingEntered } from './new-items.ts'
import type { ItemId, RecordClaim, RecordLink, RecordView } from './record.ts'

export interface LinksFrom {
  readonly claim: ClaimId
  readonly relation: Relation
}

export interface LinksOnto {
  readonly target: ItemId
  readonly relation: Relation
}

/** Questions that a partial record could not answer, in batches; see `RecordView` for each. */
export interface RecordQuestions {
  readonly claims: readonly ClaimId[]
  readonly links: readonly LinkId[]
  readonly linksFrom: readonly LinksFrom[]
  readonly linksOnto: readonly LinksOnto[]
  readonly undercutsOfLinksOf: readonly ClaimId[]
  /** Wanted: the affiliations of each source, and of every source they lead to, at any time. */
  readonly affiliations: readonly SourceId[]
  readonly claimsOfSide: readonly SourceId[]
}

/** Watches how much is loaded and computed; it may throw, which ends the computation. */
export interface Watch {
  /** Told how many claims were loaded. */
  readonly took: (claims: number) => void
  /** Called again and again, however long one step of a computation is. */
  readonly check: () => void
  /** Told which links were read of an item: those that start or end there, or one by its id. */
  readonly saw?: (item: ItemId, links: readonly RecordLink[]) => void
  /** Told that the claims of a side were read. */
  readonly sawSide?: () => void
}

const unwatched: Watch = { took: () => {}, check: () => {} }

/** Every so many lookups, the watch is asked to check. */
const lookupsBetween = 1_000

/**
 * The loaded part of a record. It answers that anything else is absent, and notes the question.
 * `takeQuestions` says what to load, and every `add…` takes both the question and the results, so
 * that absence becomes known too. It asks nothing about new items.
 */
export class PartialRecord implements RecordView {
  readonly derived = new Derived()
  readonly #misses = { count: 0 }
  readonly #claims = new Known<RecordClaim | 'absent'>(this.#misses)
  readonly #links = new Known<RecordLink | 'absent'>(this.#misses)
  readonly #from = new KnownLinks(this.#misses)
  readonly #onto = new KnownLinks(this.#misses)
  readonly #undercutsOfLinks = new Known<readonly RecordLink[]>(this.#misses)
  readonly #affiliations = new Known<readonly Affiliation[]>(this.#misses)
  readonly #claimsOfSide = new Known<readonly ClaimId[]>(this.#misses)
  readonly newItems: NewItems
  readonly #watch: Watch
  #lookups = 0

  constructor(newItems = new NewItems(nothingEntered, []), watch: Watch = unwatched) {
    this.newItems = newItems
    this.#watch = watch
    this.addClaims([], newItems.claims.values())
    this.addLinks([], newItems.links.values())
  }

  /** How often it was asked for something not loaded. */
  get misses(): number {
    return this.#misses.count
  }

  /** Notes that this many claims were loaded. */
  loaded(claims: number): void {
    this.#watch.took(claims)
  }

  /** How many claims are loaded. */
  get claimsKnown(): number {
    return this.#claims.size
  }

  claimsLoaded(): readonly ClaimId[] {
    return [...this.#claims.keys()]
  }

  linksLoaded(): readonly LinkId[] {
    return [...this.#links.keys()]
  }

  claim(id: ClaimId): RecordClaim | undefined {
    this.#step()
    const claim = this.#claims.get(id)
    return claim === 'absent' ? undefined : claim
  }

  link(id: LinkId): RecordLink | undefined {
    this.#step()
    const link = this.#links.get(id)
    if (link === 'absent' || link === undefined) return undefined
    this.#watch.saw?.(id, [link])
    return link
  }

  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[] {
    this.#step()
    return this.#seen(
      claim,
      this.newItems.linksFrom(claim, relation) ?? this.#from.get(claim, relation) ?? [],
    )
  }

  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[] {
    this.#step()
    return this.#seen(
      target,
      this.newItems.linksOnto(target, relation) ?? this.#onto.get(target, relation) ?? [],
    )
  }

  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[] {
    return this.#seen(
      claim,
      this.newItems.undercutsOfLinksOf(claim) ?? this.#undercutsOfLinks.get(claim) ?? [],
    )
  }

  affiliationsOf(source: SourceId): readonly Affiliation[] {
    this.#step()
    return this.#affiliations.get(source) ?? []
  }

  claimsOfSide(source: SourceId): readonly ClaimId[] {
    this.#watch.sawSide?.()
    return this.#claimsOfSide.get(source) ?? []
  }

  #seen(item: ItemId, links: readonly RecordLink[]): readonly RecordLink[] {
    this.#watch.saw?.(item, links)
    return links
  }

  #step(): void {
    this.#lookups += 1
    if (this.#lookups % lookupsBetween === 0) this.#watch.check()
  }

  addClaims(asked: Iterable<ClaimId>, found: Iterable<RecordClaim>): void {
    for (const claim of found) this.#claims.set(claim.id, claim)
    for (const id of asked) if (!this.#claims.has(id)) this.#claims.set(id, 'absent')
  }

  addLinks(asked: Iterable<LinkId>, found: Iterable<RecordLink>): void {
    for (const link of found) this.#links.set(link.id, link)
    for (const id of asked) if (!this.#links.has(id)) this.#links.set(id, 'absent')
  }

  /** `found` are the links that answer any of the questions, in any order. */
  addLinksFrom(asked: Iterable<LinksFrom>, found: readonly RecordLink[]): void {
    this.addLinks([], found)
    const byClaim = Map.groupBy(found, (link) => `${link.relation} ${link.from}`)
    for (const { claim, relation } of asked)
      this.#from.set(claim, relation, byClaim.get(`${relation} ${claim}`) ?? [])
  }

  /** `found` are the links that answer any of the questions, in any order. */
  addLinksOnto(asked: Iterable<LinksOnto>, found: readonly RecordLink[]): void {
    this.addLinks([], found)
    const byTarget = Map.groupBy(found, (link) => `${link.relation} ${targetOf(link)}`)
    for (const { target, relation } of asked)
      this.#onto.set(target, relation, byTarget.get(`${relation} ${target}`) ?? [])
  }

  addUndercutsOfLinksOf(
    asked: Iterable<ClaimId>,
    found: ReadonlyMap<ClaimId, readonly RecordLink[]>,
  ): void {
    for (const claim of asked) {
      const undercuts = found.get(claim) ?? []
      this.addLinks([], undercuts)
      this.#undercutsOfLinks.set(claim, undercuts)
    }
  }

  /** `found` must be complete: it includes the affiliations of every source that it names. */
  addAffiliations(asked: Iterable<SourceId>, found: readonly Affiliation[]): void {
    const bySource = Map.groupBy(found, (affiliation) => affiliation.source)
    const named = found.flatMap((affiliation) => [affiliation.source, affiliation.to])
    for (const source of new Set([...asked, ...named])) {
      this.#affiliations.set(source, bySource.get(source) ?? [])
    }
  }

  addClaimsOfSide(
    asked: Iterable<SourceId>,
    found: ReadonlyMap<SourceId, readonly ClaimId[]>,
  ): void {
    for (const source of asked) this.#claimsOfSide.set(source, found.get(source) ?? [])
  }

  /** The misses since the last call; undefined if there were none. */
  takeQuestions(): RecordQuestions | undefined {
    const questions = {
      claims: this.#claims.takeMissing(),
      links: this.#links.takeMissing(),
      linksFrom: this.#from.takeMissing().map(({ item, relation }) => ({ claim: item, relation })),
      linksOnto: this.#onto.takeMissing().map(({ item, relation }) => ({ target: item, relation })),
      undercutsOfLinksOf: this.#undercutsOfLinks.takeMissing(),
      affiliations: this.#affiliations.takeMissing(),
      claimsOfSide: this.#claimsOfSide.takeMissing(),
    }
    return Object.values(questions).some((asked) => asked.length > 0) ? questions : undefined
  }
}
