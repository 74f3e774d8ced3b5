import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { isUnavailable } from '../../store/database/faults.ts'
import type { Cacheable } from './cacheable.ts'

/** A cached answer, with the state of the record when its rendering began. */
interface Hot {
  readonly answer: Cacheable
  readonly epoch: number
  readonly madeAtMs: number
}

/** The lookup key of a request: nothing else in it affects which answer it gets. */
export function askedFor(target: string, acceptLanguage: string | undefined): string {
  return `${acceptLanguage ?? ''} ${target}`
}

/** No embed has a longer address. */
const askedLengthMax = 300
const askedMax = 20_000

/**
 * An answer to serve. A stale one (at least a second old) is served while the database does not
 * answer.
 */
export interface Served {
  readonly answer: Cacheable
  readonly ageSeconds: number
}

/** An answer being rendered; `late` resolves when that takes longer than a reader should wait. */
interface Making {
  readonly made: Promise<Cacheable>
  readonly late: Promise<void>
}

/** Together with the rate limit, a reader waits at most half a second. */
const patienceMs = 200

const bytesMax = 64 * 1024 * 1024

/** Some answers show relative times, which change on the hour. */
const hourMs = 3_600_000

/**
 * Caches recent cacheable answers as bytes. A cached answer is served only while we
 * listen for changes of the record and none has arrived since its rendering began: an answer depends
 * on too many things to track them one by one. While the database is away or slow, the last answer is
 * served even if stale, unless words were removed.
 */
export class AnswerCache {
  readonly #answers = new LRUCache<string, Hot>({
    maxSize: bytesMax,
    sizeCalculation: ({ answer }) => answer.body.length + 1_000,
  })
  /** Cache keys by what the request asked for. */
  readonly #keys = new LRUCache<string, string>({ max: askedMax })
  readonly #making = new Map<string, Making>()
  /** `#epoch` counts changes of the record, `#purges` removals of words. */
  #epoch = 0
  #purges = 0
  #isTold = false
  /** The newest known event that removed words. */
  #newestRedaction: number | undefined

  /**
   * Compares the newest redaction with the last one known, to notice words removed while nobody
   * listened.
   */
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

  /** A cached answer that is up to date. */
  find(key: string): Cacheable | undefined {
    const hot = this.#answers.get(key)
    return hot && this.#isCurrent(hot) ? hot.answer : undefined
  }

  /** The same, found by the request itself if it was remembered. */
  findAsked(asked: string): Cacheable | undefined {
    const key = this.#keys.get(asked)
    return key === undefined ? undefined : this.find(key)
  }

  remember(asked: string, key: string): void {
    if (asked.length <= askedLengthMax) this.#keys.set(asked, key)
  }

  /**
   * The cached answer, or one rendered now; concurrent requests share one rendering (single-flight).
   */
  async serve(key: string, make: () => Promise<Cacheable>): Promise<Served> {
    const current = this.find(key)
    if (current) return { answer: current, ageSeconds: 0 }
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
    const hot = this.#answers.get(key)
    if (!hot) return undefined
    const ageSeconds = Math.max(1, Math.round((Date.now() - hot.madeAtMs) / 1000))
    return { answer: hot.answer, ageSeconds }
  }

  #purge(): void {
    this.#purges += 1
    this.#answers.clear()
  }

  #isCurrent({ epoch, madeAtMs }: Hot): boolean {
    const isSameHour = Math.floor(madeAtMs / hourMs) === Math.floor(Date.now() / hourMs)
    return this.#isTold && epoch === this.#epoch && isSameHour
  }

  /** A request that comes after a change does not share a rendering that began before it. */
  #makeOnce(key: string, make: () => Promise<Cacheable>): Making {
    const epoch = this.#epoch
    const making = `${epoch} ${key}`
    const running = this.#making.get(making)
    if (running) return running
    const purges = this.#purges
    const madeAtMs = Date.now()
    const made = make()
      .then(
        (answer) => {
          // Never caches removed words, nor replaces a newer answer with an older one.
          const isNewest = epoch >= (this.#answers.peek(key)?.epoch ?? 0)
          if (purges === this.#purges && isNewest)
            this.#answers.set(key, { answer, epoch, madeAtMs })
          return answer
        },
        (error: unknown) => {
          if (!isUnavailable(error)) this.#answers.delete(key)
          throw error
        },
      )
      .finally(() => this.#making.delete(making))
    made.catch(() => {}) // callers who stopped waiting were answered already
    const begun = { made, late: sleep(patienceMs, undefined, { ref: false }) }
    this.#making.set(making, begun)
    return begun
  }
}

function asNew(answer: Cacheable): Served {
  return { answer, ageSeconds: 0 }
}
