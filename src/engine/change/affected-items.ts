import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { concedersOf, givenUpOf, isBound } from '../reading/concessions.ts'
import { rebuttalsOf, rivalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { rivalConceders } from '../reading/lifecycle.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'

/** What changes touch, in the records before and after them, read as one. */
export class Affected {
  readonly reading: Reading
  readonly claims = new Set<ClaimId>()
  readonly links = new Set<LinkId>()
  /** From where parties (rules, 1.4) may be reached differently: claims that fall, or that gain. */
  readonly parties = { falls: new Set<ClaimId>(), gains: new Set<ClaimId>() }
  readonly #seen = new Set<ClaimId>()
  readonly #conceded = new Set<ClaimId>()

  readonly #before: Pick<LabelView, 'isForced'>

  /** @param before the labels before the changes */
  constructor(reading: Reading, before: Pick<LabelView, 'isForced'>) {
    this.reading = reading
    this.#before = before
  }

  /** Whether this claim has not been asked about: many changes may reach one claim. */
  isFirst(claim: ClaimId): boolean {
    if (this.#seen.has(claim)) return false
    this.#seen.add(claim)
    return true
  }

  addClaims(claims: Iterable<ClaimId>): void {
    for (const claim of claims) this.claims.add(claim)
  }

  addLinks(links: Iterable<RecordLink>): void {
    for (const { id } of links) this.links.add(id)
  }

  /** What the fall of some claims serves or harms may differ. */
  addFalling(claims: Iterable<ClaimId>): void {
    for (const claim of claims) this.parties.falls.add(claim)
  }

  /** What the fall or the gain of some claims serves or harms may differ. */
  addParties(claims: Iterable<ClaimId>): void {
    for (const claim of claims) {
      this.parties.falls.add(claim)
      this.parties.gains.add(claim)
    }
  }

  /**
   * The members of a group that gave up this rebuttal, or that may have given up others before it
   * opened: those that are not active.
   */
  addGivingUp(member: ClaimId, rebuttal: RecordLink): void {
    const givenUp = givenUpOf(this.reading, rebuttal)
    this.addClaims(
      this.reading.group(member).filter((d) => givenUp.has(d) || this.#before.isForced(d)),
    )
  }

  /** The members of a group that may have given up a rebuttal, or have it again. */
  addGiving(member: ClaimId): void {
    const conceders = rivalConceders(this.reading, member)
    if (conceders.length === 0) return
    const group = this.reading.group(member)
    this.addClaims(group.filter((d) => conceders.some((s) => isBound(this.reading, d, s))))
  }

  /** The members of all groups that rebuttals join to that of a claim which may have given up one. */
  addGivingRivals(claim: ClaimId): void {
    const groups = new Set(
      rebuttalsOf(this.reading, claim).flatMap(({ others }) => others[0] ?? []),
    )
    for (const group of groups) this.addGiving(group)
  }

  /** Whatever may be given up to what concedes the group of a claim. */
  addConceded(claim: ClaimId): void {
    const group = this.reading.group(claim)
    const [first = claim] = group
    if (this.#conceded.has(first)) return
    this.#conceded.add(first)
    const conceders = concedersOf(this.reading, claim)
    if (conceders.length === 0) return
    const isBoundByAny = (d: ClaimId) => conceders.some((s) => isBound(this.reading, d, s))
    for (const { link, others } of rebuttalsOf(this.reading, claim)) {
      const bound = others.filter(isBoundByAny)
      if (bound.length === 0) continue
      this.addLinks([link])
      this.addClaims(bound)
    }
    const undercuts = group.flatMap((member) => this.reading.linksOnto(member, 'undercuts'))
    this.addLinks(undercuts.filter(({ from }) => isBoundByAny(from)))
  }

  /**
   * Whatever a group takes part in: what its members rebut and what relies on them, what they are
   * conceded, and what they gave up.
   */
  addGroup(claim: ClaimId): void {
    const group = this.reading.group(claim)
    this.addClaims(group)
    this.addLinks(rebuttalsOf(this.reading, claim).map(({ link }) => link))
    for (const member of group) {
      this.addLinks(this.reading.linksFrom(member, 'rebuts'))
      this.addLinks(this.reading.linksOnto(member, 'relies_on'))
      this.addLinks(this.reading.linksOnto(member, 'undercuts'))
    }
    this.addClaims(rivalsOf(this.reading, claim))
    this.addConceded(claim)
  }
}
