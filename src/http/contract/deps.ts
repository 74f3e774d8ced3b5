import type { CachedAnswers } from './cached-answers.ts'
import type { Asking } from '../../actions/record/queue/write-queue-limits.ts'
import type { Actor } from '../../domain/actor.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { FieldFault } from '../../domain/errors.ts'
import type { ProblemCode } from '../problems/catalogue.ts'
import type { DataLicense } from '../../domain/data-license.ts'
import type { Operator } from '../../domain/operator.ts'
import type { Quota, RatePolicy } from '../../domain/rate-limits.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { ReadFrom } from '../../store/replica/read-from.ts'

/** The part of a pino logger that the machine uses. */
interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** How many bytes there may be at once, and how many of one caller. */
export interface ByteLimits {
  readonly bytesMax: number
  readonly bytesMaxOfCaller: number
}

/** How often callers may ask. */
export interface Limits {
  /** Takes a request, or what one counts more, from the quota of a caller under a policy. */
  take(policy: RatePolicy, caller: string, points?: number): Promise<Quota>
  /** How many proxies are in front of us. Their X-Forwarded-For is trusted. */
  readonly trustedProxyCount: number
}

/** The credentials of a request. The machine reads them from the headers; `whoIs` looks them up. */
export interface Credentials {
  readonly key: string
}

/** A refusal as people are shown it. */
export interface RefusalShown {
  readonly code: ProblemCode
  readonly languages: readonly DisplayLanguage[]
  /** The public statement of a redaction, as entered; undefined if there is none. */
  readonly statement: string | undefined
  readonly faults: readonly FieldFault[]
  /** The query that was sent. */
  readonly sent: URLSearchParams
  /** Who runs the service, if they named themselves. */
  readonly operator: Operator | undefined
  /** Whether it is shown in a frame of another site's page. */
  readonly isFramed: boolean
}

/** What only the edges know: how a page looks, and which addresses exist. */
export interface EdgeKnowledge {
  /** Renders a refusal as a page, with the status and headers of the problem document. */
  showRefusal(refusal: RefusalShown, problem: Response): Promise<Response>
  /** The address of the survivor if the requested object was merged; otherwise undefined. */
  addressOfSurvivor(asked: string, error: unknown): string | undefined
}

/** What the machine itself needs. Routes have dependencies of their own. */
export interface HttpDeps {
  /** Where the public reaches the service; no path but `/`. */
  readonly publicUrl: URL
  readonly log: Log
  /** The holder of the credentials; undefined if they are unknown, expired or revoked. */
  whoIs(credentials: Credentials): Promise<Actor | undefined>
  /** Where the record is read from. */
  readonly readFrom: ReadFrom
  /** Left out, every answer of the API is made for its request. */
  readonly answerCache?: CachedAnswers | undefined
  /** How many bytes of bodies there may be at once. Default: what suits a service. */
  readonly bodyLimits?: ByteLimits | undefined
  /** How many bytes of large answers there may be at once. Default: what suits a service. */
  readonly answerLimits?: ByteLimits | undefined
  /** Without limits, nobody is limited. */
  readonly limits?: Limits | undefined
  /** Without metrics, nothing is measured and `/metrics` does not exist. */
  readonly metrics?: Metrics | undefined
  /** Lets the metrics be read from other machines. */
  readonly metricsToken?: string | undefined
  /** The terms of use of the data. If left out, they are not stated. */
  readonly dataLicense?: DataLicense | undefined
  /** Who runs the service. If left out, nobody is named. */
  readonly operator?: Operator | undefined
  /** Whether the database has the schema of this version. Default: yes. */
  readonly isOpen?: (() => boolean) | undefined
  /** Whether the queue takes another write of the caller. Default: yes. */
  readonly hasRoomToWrite?: ((asking: Asking) => boolean) | undefined
  /** Without it, every refusal is a problem document. */
  readonly edges?: EdgeKnowledge | undefined
  /** Whether the service can answer questions about the record right now. */
  isReady(): Promise<boolean>
  /** Runs the work of a request so that its log lines can name the request. */
  readonly inRequest?: (<T>(requestId: string, work: () => Promise<T>) => Promise<T>) | undefined
  /** Checks every answer against its contract and answers a mismatch with 500. For tests. */
  readonly checksAnswers?: boolean
}
