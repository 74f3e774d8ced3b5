import type { Copy } from '../bytes/copy.ts'

/** An answer as bytes and headers, the same for every client. */
export interface Cacheable {
  /** The bytes as they are sent, compressed or not. */
  readonly copy: Copy
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

/** An answer, and the ids of everything on record that was read for it. */
export interface Rendered {
  readonly answer: Cacheable
  readonly ids: ReadonlySet<string>
}

/** Which answer a request gets. */
export interface Asked {
  /** Distinguishes the answer from all others. */
  readonly key: string
  readonly route: string
}

/** A cache of answers, as far as routes use it. */
export interface CachedAnswers {
  /** The event up to which cached answers are current; undefined while that is not known. */
  readonly seq: number | undefined
  /** The cached answer, or one rendered now, but never a stale one. */
  serveCurrent(key: string, make: () => Promise<Rendered>): Promise<Cacheable>
  /** Remembers which answer a request of the public gets. */
  remember(request: string, asked: Asked): void
}
