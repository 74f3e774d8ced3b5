import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { isUnavailable } from '../../store/database/faults.ts'
import type { Kept } from './kept.ts'

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

/** A card to serve. An old one, of at least a second, is served while the database does not answer. */
export interface Served {
  readonly card: Kept
  readonly ageSeconds: number
}

/** A card that is being made; `late` resolves once that takes longer than a reader should wait. */
interface Making {
  readonly made: Promise<Kept>
  readonly late: Promise<void>
}

/** With the counting of the request, half a second. */
const patienceMs = 200

const bytesMax = 64 * 1024 * 1024

/** The time that a card names moves with the hour. */
const hourMs = 3_600_000

/**
 * Cards and pictures that were asked for lately, as bytes. A copy is served only while every change of the record
 * is told and none has been since its making began: what a card shows comes from too many places to
 * be sure of less. While the database is away, or takes too long, the last copy is served, unless
 * words were removed.
 */
export class HotCards {
  readonly #cards = new LRUCache<string, Hot>({
    maxSize: bytesMax,
    sizeCalculation: ({ card }) => card.body.length + 1_000,
  })
  /** The key of the card for what was asked for. */
  readonly #keys = new LRUCache<string, string>({ max: askedMax })
  readonly #making = new Map<string, Making>()
  /** Counts what was told of the record, and how often words were removed. */
  #epoch = 0
  #purges = 0
  #isTold = false
  /** The newest event that removed words, as far as is known. */
  #newestRedaction: number | undefined

  /** Whether words were removed while nobody listened is seen by the newest event that did so. */
  listening({ newestRedaction }: { readonly newestRedaction: number }): void {
    if (newestRedaction !== this.#newestRedaction) this.#purge()
    this.#newestRedaction = newestRedaction
    this.#epoch += 1
    this.#isTold = true
  }

  lost(): void {
    this.#isTold = false
  }

  changed({ redacts }: { readonly redacts: boolean }): void {
    this.#epoch += 1
    if (redacts) this.#purge()
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
    const { made, late } = this.#makeOnce(key, make)
    const old = late.then(() => this.#findOld(key) ?? made.then(asNew))
    try {
      return await Promise.race([made.then(asNew), old])
    } catch (error) {
      const old = isUnavailable(error) ? this.#findOld(key) : undefined
      if (old) return old
      throw error
    }
  }

  #findOld(key: string): Served | undefined {
    const hot = this.#cards.get(key)
    if (!hot) return undefined
    const ageSeconds = Math.max(1, Math.round((Date.now() - hot.madeAtMs) / 1000))
    return { card: hot.card, ageSeconds }
  }

  #purge(): void {
    this.#purges += 1
    this.#cards.clear()
  }

  #isCurrent({ epoch, madeAtMs }: Hot): boolean {
    const isSameHour = Math.floor(madeAtMs / hourMs) === Math.floor(Date.now() / hourMs)
    return this.#isTold && epoch === this.#epoch && isSameHour
  }

  /** A request that comes after a change does not share what was begun before it. */
  #makeOnce(key: string, make: () => Promise<Kept>): Making {
    const epoch = this.#epoch
    const making = `${epoch} ${key}`
    const running = this.#making.get(making)
    if (running) return running
    const purges = this.#purges
    const madeAtMs = Date.now()
    const made = make()
      .then(
        (card) => {
          // Neither a copy of what was removed meanwhile must come back, nor one that is older.
          const isNewest = epoch >= (this.#cards.peek(key)?.epoch ?? 0)
          if (purges === this.#purges && isNewest) this.#cards.set(key, { card, epoch, madeAtMs })
          return card
        },
        (error: unknown) => {
          if (!isUnavailable(error)) this.#cards.delete(key)
          throw error
        },
      )
      .finally(() => this.#making.delete(making))
    made.catch(() => {}) // those who did not wait for it have their answer
    const begun = { made, late: sleep(patienceMs, undefined, { ref: false }) }
    this.#making.set(making, begun)
    return begun
  }
}

function asNew(card: Kept): Served {
  return { card, ageSeconds: 0 }
}
