import { relations, type Relation } from '../../domain/kinds.ts'
import { byRelation } from './by-relation.ts'
import { Known, type Misses } from './known.ts'
import type { ItemId, RecordLink } from './record.ts'

interface LinksOf {
  readonly item: ItemId
  readonly relation: Relation
}

/** The links of each relation at an item, and a record of those that were missing. */
export class KnownLinks {
  readonly #known: Readonly<Record<Relation, Known<readonly RecordLink[]>>>

  constructor(misses: Misses) {
    this.#known = byRelation(() => new Known(misses))
  }

  get(item: ItemId, relation: Relation): readonly RecordLink[] | undefined {
    return this.#known[relation].get(item)
  }

  set(item: ItemId, relation: Relation, links: readonly RecordLink[]): void {
    this.#known[relation].set(item, links)
  }

  /** Returns the missing ones since the last call. */
  takeMissing(): readonly LinksOf[] {
    return relations.flatMap((relation) =>
      this.#known[relation].takeMissing().map((item) => ({ item, relation })),
    )
  }
}
