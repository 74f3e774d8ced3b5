import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import { endsOf, targetOf } from './links.ts'
import type { ClaimFacts } from './partial-facts.ts'
import type { Change, ItemId, RecordClaim, RecordLink } from './record.ts'

/** The claims and links entered by the current write. */
export interface Entered {
  readonly claims: readonly RecordClaim[]
  readonly links: readonly RecordLink[]
  /** Those claims whose badge facts follow from the entry alone. */
  readonly facts: readonly ClaimFacts[]
}

export const nothingEntered: Entered = { claims: [], links: [], facts: [] }

/**
 * What is known about newly entered claims and links without a query, because everything linked to
 * them was entered with them. Excludes what has changed since, and what is linked to such items.
 */
export class NewItems {
  /** Everything entered, whatever happened to it since. */
  readonly ids: ReadonlySet<ItemId>
  readonly claims: ReadonlyMap<ClaimId, RecordClaim>
  readonly links: ReadonlyMap<LinkId, RecordLink>
  readonly facts: readonly ClaimFacts[]
  readonly #from: ReadonlyMap<ClaimId, readonly RecordLink[]>
  readonly #onto: ReadonlyMap<ItemId, readonly RecordLink[]>
  readonly #undercutsOfLinks: ReadonlyMap<ClaimId, readonly RecordLink[]>

  constructor({ claims, links, facts }: Entered, changes: readonly Change[]) {
    const all = new Map(links.map((link) => [link.id, link]))
    const record = { link: (id: LinkId) => all.get(id) }
    const moved = changedTwice(changes)
    for (const link of links)
      if (moved.has(link.id))
        for (const end of [...endsOf(record, link), targetOf(link)]) moved.add(end)

    this.ids = new Set([...claims.map(({ id }) => id), ...all.keys()])
    this.claims = new Map(
      claims.flatMap((claim) => (moved.has(claim.id) ? [] : [[claim.id, claim]])),
    )
    this.links = new Map([...all].filter(([id]) => !moved.has(id)))
    this.facts = facts.filter(({ claim }) => !moved.has(claim))
    const standing = links.filter(({ voided }) => !voided)
    this.#from = Map.groupBy(standing, ({ from }) => from)
    this.#onto = Map.groupBy(standing, targetOf)
    const undercuts = standing.flatMap((link) => {
      const target = 'link' in link.to ? all.get(link.to.link) : undefined
      if (link.relation !== 'undercuts' || target === undefined) return []
      return endsOf(record, target).map((end) => ({ end, link }))
    })
    this.#undercutsOfLinks = new Map(
      [...Map.groupBy(undercuts, ({ end }) => end)].map(([end, found]) => [
        end,
        found.map(({ link }) => link),
      ]),
    )
  }

  /** As in `RecordView`; undefined if the database must be queried. */
  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[] | undefined {
    return this.claims.has(claim) ? only(relation, this.#from.get(claim)) : undefined
  }

  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[] | undefined {
    const isNew = this.claims.has(target) || this.links.has(target)
    return isNew ? only(relation, this.#onto.get(target)) : undefined
  }

  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[] | undefined {
    return this.claims.has(claim) ? (this.#undercutsOfLinks.get(claim) ?? none) : undefined
  }
}

const none: readonly RecordLink[] = []

function only(relation: Relation, links: readonly RecordLink[] | undefined): readonly RecordLink[] {
  return links?.filter((link) => link.relation === relation) ?? none
}

/** Items entered and changed again in the same write: ended, withdrawn, voided or re-evaluated. */
function changedTwice(changes: readonly Change[]): Set<ItemId> {
  const told = new Set<ItemId>()
  const moved = new Set<ItemId>()
  for (const change of changes) {
    const item = itemOf(change)
    if (item === undefined) continue
    if (told.has(item) || ('claim' in change && change.what !== 'added')) moved.add(item)
    told.add(item)
  }
  return moved
}

function itemOf(change: Change): ItemId | undefined {
  if ('claim' in change) return change.claim
  return 'link' in change ? change.link : undefined
}
