import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { isUnavailable } from '../../store/database/faults.ts'
import type { RecordChange } from '../../store/outbox.ts'
import type { KnownThen } from '../../store/record-changes.ts'
import type { Asked, Cacheable, CachedAnswers, Rendered } from '../contract/cached-answers.ts'
import { cacheKey } from './cache-key.ts'
import { IdIndex, type Indexed } from './id-index.ts'

/** A cached answer. Older ones began at a smaller `epoch`. */
interface Hot extends Rendered, Indexed {
  readonly epoch: number
  readonly madeAtMs: number
}

/** The request headers that, besides the address, affect which answer a request gets. */
type Asking = Pick<IncomingHttpHeaders, 'accept' | 'accept-language'>

/** The lookup key of a request. */
export function askedFor(target: string, headers: Asking): string {
  return cacheKey(target, headers.accept, headers['accept-language'])
}

/** No embed has a longer address, and no browser longer headers. */
const askedLengthMax = 600
const askedMax = 20_000

/** A current answer, and the route that it belongs to. */
export interface Found {
  readonly answer: Cacheable
  readonly route: string
}

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
  readonly made: Promise<Rendered>
  readonly late: Promise<void>
  /** What has moved since it began. */
  readonly moved: Set<string>
}

/** Together with the rate limit, a reader waits at most half a second. */
const patienceMs = 200

const bytesMax = 64 * 1024 * 1024

/** In place of ids, of an answer that is current only until the record changes in any way. */
export const anyChange = 'any change'

/** Some answers show relative times, which change on the hour. */
const hourMs = 3_600_000

/**
 * In bytes, what an answer takes besides its body, and what each of its ids takes. Its compressed
 * copies take less than the body.
 */
const overhead = { answer: 1_000, id: 300 } as const

/**
 * Caches recent cacheable answers as bytes. A cached answer is served only while we listen for
 * changes of the record and nothing that was read for it has moved since its rendering began. While
 * the database is away or slow, the last answer may be served even if stale, unless words were
 * removed.
 */
export class AnswerCache implements CachedAnswers {
  readonly #byId = new IdIndex<Hot>()
  readonly #answers = new LRUCache<string, Hot>({
    maxSize: bytesMax,
    sizeCalculation: ({ answer, ids }) =>
      2 * answer.copy.length + overhead.answer + overhead.id * ids.size,
    dispose: (hot) => this.#byId.remove(hot),
  })
  readonly #asked = new LRUCache<string, Asked>({ max: askedMax })
  readonly #making = new Map<string, Making>()
  /** `#epoch` counts changes of the record, `#purges` removals of words. */
  #epoch = 0
  #purges = 0
  /** Answers that began before this change may show anything that has moved since. */
  #wideEpoch = 0
  #isTold = false
  /** The newest event that we were told of, and the newest that this process committed. */
  #toldSeq = 0
  #ownSeq = 0
  /** The newest known event that removed words. */
  #newestRedaction: number | undefined

  /**
   * Compares the newest redaction with the last one known, to notice words removed while nobody
   * listened.
   */
  listening({ seq, newestRedaction }: KnownThen): void {
    if (newestRedaction !== this.#newestRedaction) this.#purge()
    this.#newestRedaction = newestRedaction
    this.#toldSeq = Math.max(this.#toldSeq, seq)
    this.#wideEpoch = this.#epoch += 1
    this.#isTold = true
  }

  lost(): void {
    this.#isTold = false
  }

  changed({ seq, redacts, moved }: RecordChange): void {
    this.#toldSeq = Math.max(this.#toldSeq, seq)
    this.#epoch += 1
    if (redacts) this.#purge()
    if (!moved) this.#wideEpoch = this.#epoch
    for (const id of [anyChange, ...(moved ?? [])]) {
      this.#byId.outdate(id)
      for (const making of this.#making.values()) making.moved.add(id)
    }
  }

  /**
   * This process committed an event: until it learns what that moved, it trusts no copy, so that
   * its own writers see their writes at once.
   */
  committed(seq: number): void {
    this.#ownSeq = Math.max(this.#ownSeq, seq)
    this.#epoch += 1
  }

  /** The event up to which the copies are current; undefined while that is not known. */
  get seq(): number | undefined {
    return this.#isTold && this.#toldSeq >= this.#ownSeq ? this.#toldSeq : undefined
  }

  /** A cached answer that is up to date. */
  find(key: string): Cacheable | undefined {
    return this.#findCurrent(key)?.answer
  }

  #findCurrent(key: string): Rendered | undefined {
    const hot = this.#answers.get(key)
    return hot && this.#isCurrent(hot) ? hot : undefined
  }

  /** The same, found by the request itself if it was remembered. */
  findAsked(request: string): Found | undefined {
    const asked = this.#asked.get(request)
    const answer = asked && this.find(asked.key)
    return answer && { answer, route: asked.route }
  }

  /** Remembers which answer a request of the public gets. */
  remember(request: string, asked: Asked): void {
    if (request.length <= askedLengthMax) this.#asked.set(request, asked)
  }

  /**
   * The cached answer, or one rendered now; concurrent requests share one rendering (single-flight).
   */
  async serveCurrent(key: string, make: () => Promise<Rendered>): Promise<Cacheable> {
    return (await this.serveRendered(key, make)).answer
  }

  /** The same with the ids that were read for it, for what is made of it. */
  async serveRendered(key: string, make: () => Promise<Rendered>): Promise<Rendered> {
    return this.#findCurrent(key) ?? this.#makeOnce(key, make).made
  }

  /** The same, or a stale one if the database is away or slow. */
  async serve(key: string, make: () => Promise<Rendered>): Promise<Served> {
    const current = this.find(key)
    if (current) return asNew(current)
    const { made, late } = this.#makeOnce(key, make)
    const rendered = made.then(({ answer }) => asNew(answer))
    const old = late.then(() => this.#findOld(key) ?? rendered)
    try {
      return await Promise.race([rendered, old])
    } catch (error) {
      const old = isUnavailable(error) ? this.#findOld(key) : undefined
      if (old) return old
      throw error
    }
  }

  /** None until the news of this process's last write has arrived: it may have removed words. */
  #findOld(key: string): Served | undefined {
    if (this.#ownSeq > this.#toldSeq) return undefined
    const hot = this.#answers.get(key)
    if (!hot) return undefined
    const ageSeconds = Math.max(1, Math.round((Date.now() - hot.madeAtMs) / 1000))
    return { answer: hot.answer, ageSeconds }
  }

  #purge(): void {
    this.#purges += 1
    this.#answers.clear()
  }

  #isCurrent({ isOutdated, epoch, madeAtMs }: Hot): boolean {
    const isSameHour = Math.floor(madeAtMs / hourMs) === Math.floor(Date.now() / hourMs)
    return !isOutdated && epoch >= this.#wideEpoch && isSameHour && this.seq !== undefined
  }

  /** A request that comes after a change does not share a rendering that began before it. */
  #makeOnce(key: string, make: () => Promise<Rendered>): Making {
    const epoch = this.#epoch
    const making = cacheKey(epoch, key)
    const running = this.#making.get(making)
    if (running) return running
    const purges = this.#purges
    const madeAtMs = Date.now()
    const moved = new Set<string>()
    const made = make()
      .then(
        (rendered) => {
          // Never caches removed words, nor replaces a newer answer with an older one.
          const isNewest = epoch >= (this.#answers.peek(key)?.epoch ?? 0)
          if (purges === this.#purges && isNewest)
            this.#keep(key, { ...rendered, epoch, madeAtMs }, moved)
          return rendered
        },
        (error: unknown) => {
          if (!isUnavailable(error)) this.#answers.delete(key)
          throw error
        },
      )
      .finally(() => this.#making.delete(making))
    made.catch(() => {}) // callers who stopped waiting were answered already
    const begun = { made, late: sleep(patienceMs, undefined, { ref: false }), moved }
    this.#making.set(making, begun)
    return begun
  }

  /** What its ids say is known only now: a stale answer is kept for when the database is away. */
  #keep(key: string, answer: Omit<Hot, 'isOutdated'>, moved: ReadonlySet<string>): void {
    const hot = { ...answer, isOutdated: !answer.ids.isDisjointFrom(moved) }
    this.#answers.set(key, hot)
    // An answer larger than the cache is not in it.
    if (!hot.isOutdated && this.#answers.peek(key) === hot) this.#byId.add(hot)
  }
}

function asNew(answer: Cacheable): Served {
  return { answer, ageSeconds: 0 }
}
