import { AsyncLocalStorage } from 'node:async_hooks'
import type { Logger } from 'pino'
import { authenticate } from './actions/keys.ts'
import type { SecondPerson } from './actions/record/submissions.ts'
import type { WriteQueueLimits } from './actions/record/queue/write-queue-limits.ts'
import type { DataLicense } from './domain/data-license.ts'
import type { Operator } from './domain/operator.ts'
import { AnswerCache } from './http/cache/answer-cache.ts'
import { answerEarly } from './http/answer-early.ts'
import { createHttp } from './http/create-http.ts'
import type { HttpDeps, Limits } from './http/contract/deps.ts'
import type { AnswerEarly } from './http/socket/listen.ts'
import type { Http } from './http/contract/env.ts'
import type { JobTally } from './http/metrics/jobs.ts'
import { createMetrics, type MetricsOptions } from './http/metrics/metrics.ts'
import { edgeKnowledge, mount, mountAbout } from './edges/mount.ts'
import type { Db } from './store/database/db.ts'
import { isUp } from './store/database/health.ts'
import { findVitalSigns } from './store/vital-signs.ts'
import { readingFrom, type ReadFrom } from './store/replica/read-from.ts'
import { writeInPlace } from './writes/in-place.ts'
import type { Writer } from './writes/writes.ts'
import type { WriteReports } from './writes/writing-deps.ts'

export interface AppDeps extends Omit<MetricsOptions, 'findVitalSigns'> {
  readonly db: Db
  /** Where keys are looked up, so that reads do not keep writes waiting. Default: `db`. */
  readonly keysDb?: Db | undefined
  /** Where the record is read from. Default: `db`. */
  readonly readFrom?: ReadFrom | undefined
  readonly log: Logger
  readonly publicUrl: URL
  /** The clock of this process. For tests. */
  readonly now?: () => number
  /** Turns false before the process stops, so that a balancer looks elsewhere. */
  readonly isServing: () => boolean
  /** Whether the database has the schema of this version. Until then, requests for the record get 503. */
  readonly isOpen?: () => boolean
  /** Without limits, nobody is limited. */
  readonly limits?: Limits | undefined
  readonly metricsToken?: string | undefined
  /** The terms of use of the data. If left out, no page states any. */
  readonly dataLicense?: DataLicense | undefined
  /** Who runs the service. If left out, no page names anybody. */
  readonly operator?: Operator | undefined
  /** The cache of answers. If it is left out, or never learns of changes, each is made for each request. */
  readonly answerCache?: AnswerCache
  /** Opens the place where writes are carried out. Default: this thread. */
  readonly openWriter?: ((reports: WriteReports) => Writer) | undefined
  /** Takes writes that one person may not make alone. If left out, they are refused. */
  readonly secondPerson?: SecondPerson | undefined
  /** How many writes may wait. Default: what suits a service. */
  readonly writeQueueLimits?: WriteQueueLimits | undefined
  /** Checks every answer against its contract. For tests. */
  readonly checksAnswers?: boolean
}

/** The service, and the fast path that answers at the socket before it. */
export interface Service {
  readonly http: Http
  readonly early: AnswerEarly
  readonly countJob: JobTally
  /** Builds what would hold up other requests if the first reader had to wait for it. */
  readonly prepare: () => void
}

/** The whole service but the socket. */
export function createApp(deps: AppDeps): Http {
  return createService(deps).http
}

export function createService(deps: AppDeps): Service {
  const { db, log, publicUrl, isServing, isOpen, limits, metricsToken, now = Date.now } = deps
  const { answerCache = new AnswerCache(), dataLicense, secondPerson } = deps
  const {
    pools,
    writeThread,
    replicaLagSeconds,
    measuresProcess = false,
    checksAnswers = false,
  } = deps
  const metrics = createMetrics({
    findVitalSigns: () => findVitalSigns(db, now),
    pools,
    writeThread,
    replicaLagSeconds,
    measuresProcess,
  })
  const requests = new AsyncLocalStorage<string>()
  const { measures } = metrics
  const { writeQueueLimits } = deps
  const inPlace = (reports: WriteReports) =>
    writeInPlace({ db, now, secondPerson, limits: writeQueueLimits, ...reports })
  const { openWriter = inPlace } = deps
  const writer = openWriter({
    log,
    measures,
    onCommit: (seq) => answerCache.committed(seq),
    requestId: () => requests.getStore(),
  })
  const httpDeps: HttpDeps = {
    edges: edgeKnowledge,
    publicUrl,
    log,
    readFrom: deps.readFrom ?? readingFrom(db),
    whoIs: ({ key }) => authenticate(deps.keysDb ?? db, key),
    answerCache,
    limits,
    metrics,
    metricsToken,
    dataLicense,
    operator: deps.operator,
    isOpen,
    hasRoomToWrite: writer.hasRoom,
    isReady: async () => isServing() && (await isUp(db)),
    inRequest: (id, work) => requests.run(id, work),
    checksAnswers,
  }
  const http = createHttp(httpDeps)
  const prepare = mountAbout(http, httpDeps)
  mount(
    http,
    { db, writes: writer.writes, hasReview: secondPerson !== undefined, dataLicense },
    answerCache,
  )
  const early = answerEarly(answerCache, { publicUrl, log, metrics })
  return { http, early, countJob: metrics.jobEnded, prepare }
}
