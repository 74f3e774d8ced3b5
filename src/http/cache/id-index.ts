/** Something that depends on objects of the record. */
export interface Indexed {
  readonly ids: ReadonlySet<string>
  /** One of these has moved. */
  isOutdated: boolean
}

/** Finds what depends on an object. */
export class IdIndex<T extends Indexed> {
  readonly #dependents = new Map<string, Set<T>>()

  add(item: T): void {
    for (const id of item.ids) {
      const known = this.#dependents.get(id)
      if (known) known.add(item)
      else this.#dependents.set(id, new Set([item]))
    }
  }

  /** Does nothing if the item is not in the index. */
  remove(item: T): void {
    for (const id of item.ids) {
      const known = this.#dependents.get(id)
      if (known?.delete(item) && known.size === 0) this.#dependents.delete(id)
    }
  }

  /** Marks everything that depends on an object, and forgets it. */
  outdate(id: string): void {
    for (const item of this.#dependents.get(id) ?? []) {
      item.isOutdated = true
      this.remove(item)
    }
  }
}
