import type { Actor } from '../../domain/actor.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { FieldFault } from '../../domain/errors.ts'
import type { ProblemCode } from '../problems/catalogue.ts'
import type { DataLicense } from '../../domain/data-license.ts'
import type { Quota, RatePolicy } from '../../domain/rate-limits.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { ReadFrom } from '../../store/replica/read-from.ts'

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

/** What a request shows of who sends it. The machine reads headers; whose they are, others know. */
export interface Credentials {
  readonly key: string
}

/** A refusal as people are shown it. */
export interface RefusalShown {
  readonly code: ProblemCode
  readonly languages: readonly DisplayLanguage[]
  /** What was wrong, unless it is a fault of ours. */
  readonly message: string | undefined
  readonly faults: readonly FieldFault[]
  /** The query that was sent. */
  readonly sent: URLSearchParams
  /** Whether it stands in a page of somebody else. */
  readonly isFramed: boolean
}

/** What only the edges know: how a page looks, and which addresses there are. */
export interface EdgeKnowledge {
  /** With the status and the headers of the problem document that a program gets instead. */
  showRefusal(refusal: RefusalShown, problem: Response): Promise<Response>
  /** Where that is found which was merged into something else; undefined where it was not. */
  addressOfSurvivor(asked: string, error: unknown): string | undefined
}

/** What the machine itself needs from outside; what the routes need is their own matter. */
export interface HttpDeps {
  /** Where the public reaches the service; no path but `/`. */
  readonly publicUrl: URL
  readonly log: Log
  /** Who sends a request; undefined when what it shows is unknown, expired or revoked. */
  whoIs(credentials: Credentials): Promise<Actor | undefined>
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
  /** Left out, every refusal is a problem document. */
  readonly edges?: EdgeKnowledge | undefined
  /** Whether the service can answer questions about the record right now. */
  isReady(): Promise<boolean>
  /** Runs the work of a request so that whatever it logs can name the request. */
  readonly inRequest?: (<T>(requestId: string, work: () => Promise<T>) => Promise<T>) | undefined
  /** Holds every answer against its contract; a mismatch is then a 500. For tests. */
  readonly checksAnswers?: boolean
}
