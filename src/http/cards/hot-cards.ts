import { LRUCache } from 'lru-cache'
import { isUnavailable } from '../../store/faults.ts'
import type { Kept } from './answer.ts'

/** A card as it was made, and what was known of the record when its making began. */
interface Hot {
  readonly card: Kept
  readonly epoch: number
  readonly madeAtMs: number
}

/** How a card is asked for, word for word: what else a request says makes no other card. */
export function askedFor(target: string, acceptLanguage: string | undefined): string {
  return `${acceptLanguage ?? ''} ${target}`
}

/** Longer ones come from nobody's article. */
const askedLengthMax = 300
const askedMax = 20_000

/** A card to serve. An old one is served while the database is away. */
export interface Served {
  readonly card: Kept
  readonly ageSeconds: number
}

const bytesMax = 64 * 1024 * 1024

/** The time that a card names moves with the hour. */
const hourMs = 3_600_000

/**
 * Cards and pictures that were asked for lately, as bytes. A copy is served only while every change of the record
 * is told and none has been since its making began: what a card shows comes from too many places to
 * be sure of less. While the database is away the last copy is served, unless words were removed.
 */
export class HotCards {
  readonly #cards = new LRUCache<string, Hot>({
    maxSize: bytesMax,
    sizeCalculation: ({ card }) => card.body.length + 1_000,
  })
  /** The key of the card for what was asked for. */
  readonly #keys = new LRUCache<string, string>({ max: askedMax })
  readonly #making = new Map<string, Promise<Kept>>()
  /** Counts what was told of the record, and how often words were removed. */
  #epoch = 0
  #purges = 0
  #isTold = false

  listening(): void {
    this.#epoch += 1
    this.#isTold = true
  }

  lost(): void {
    this.#isTold = false
  }

  changed({ redacts }: { readonly redacts: boolean }): void {
    this.#epoch += 1
    if (!redacts) return
    this.#purges += 1
    this.#cards.clear()
  }

  /** A copy that is as good as a new one. */
  find(key: string): Kept | undefined {
    const hot = this.#cards.get(key)
    return hot && this.#isCurrent(hot) ? hot.card : undefined
  }

  /** That copy, by what is asked for, if it was remembered. */
  findAsked(asked: string): Kept | undefined {
    const key = this.#keys.get(asked)
    return key === undefined ? undefined : this.find(key)
  }

  remember(asked: string, key: string): void {
    if (asked.length <= askedLengthMax) this.#keys.set(asked, key)
  }

  /** That copy, or a card made now; many who ask at once wait for one. */
  async serve(key: string, make: () => Promise<Kept>): Promise<Served> {
    const current = this.find(key)
    if (current) return { card: current, ageSeconds: 0 }
    try {
      return { card: await this.#makeOnce(key, make), ageSeconds: 0 }
    } catch (error) {
      const old = this.#cards.get(key)
      if (old && isUnavailable(error))
        return { card: old.card, ageSeconds: Math.round((Date.now() - old.madeAtMs) / 1000) }
      this.#cards.delete(key)
      throw error
    }
  }

  #isCurrent({ epoch, madeAtMs }: Hot): boolean {
    const isSameHour = Math.floor(madeAtMs / hourMs) === Math.floor(Date.now() / hourMs)
    return this.#isTold && epoch === this.#epoch && isSameHour
  }

  /** Whoever comes after a change does not wait for what was begun before it. */
  #makeOnce(key: string, make: () => Promise<Kept>): Promise<Kept> {
    const epoch = this.#epoch
    const making = `${epoch} ${key}`
    const running = this.#making.get(making)
    if (running) return running
    const purges = this.#purges
    const madeAtMs = Date.now()
    const begun = make()
      .then((card) => {
        // Neither a copy of what was removed meanwhile must come back, nor one that is older.
        const isNewest = epoch >= (this.#cards.peek(key)?.epoch ?? 0)
        if (purges === this.#purges && isNewest) this.#cards.set(key, { card, epoch, madeAtMs })
        return card
      })
      .finally(() => this.#making.delete(making))
    this.#making.set(making, begun)
    return begun
  }
}
