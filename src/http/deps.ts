import type { Actor } from '../domain/actor.ts'
import type { DataLicense } from '../domain/data-license.ts'
import type { Quota, RatePolicy } from '../domain/rate-limits.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { ReadFrom } from '../store/replica/read-from.ts'

/** The part of a pino logger that the edge writes to. */
interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** How often callers may ask. */
export interface Limits {
  /** Takes one request from the quota of a caller under a policy. */
  take(policy: RatePolicy, caller: string): Promise<Quota>
  /** How many proxies stand before us, whose X-Forwarded-For is believed. */
  readonly trustedProxyCount: number
}

/** What the edge itself needs from outside; what the routes need is their own matter. */
export interface HttpDeps {
  /** Where the public reaches the service; no path but `/`. */
  readonly publicUrl: URL
  readonly log: Log
  /** Whose key it is; undefined when it is unknown, expired or revoked. */
  authenticate(key: string): Promise<Actor | undefined>
  /** Where the record is read from. */
  readonly readFrom: ReadFrom
  /** Left out, nobody is limited. */
  readonly limits?: Limits | undefined
  /** Left out, nobody counts, and nobody can ask. */
  readonly metrics?: Metrics | undefined
  /** Lets the metrics be read from other machines. */
  readonly metricsToken?: string | undefined
  /** On which terms the data may be used; left out, they are not stated. */
  readonly dataLicense?: DataLicense | undefined
  /** Whether the database is as this version needs it; left out, it is. */
  readonly isOpen?: (() => boolean) | undefined
  /** Whether another write of the caller may wait for its turn; left out, any may. */
  readonly hasRoomToWrite?: ((caller: string | undefined) => boolean) | undefined
  /** Whether the service can answer questions about the record right now. */
  isReady(): Promise<boolean>
  /** Runs the work of a request so that whatever it logs can name the request. */
  readonly inRequest?: (<T>(requestId: string, work: () => Promise<T>) => Promise<T>) | undefined
  /** Holds every answer against its contract; a mismatch is then a 500. For tests. */
  readonly checksAnswers?: boolean
}
