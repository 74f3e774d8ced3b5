import type { Logger } from 'pino'
import { authenticate } from './actions/keys.ts'
import { createHttp } from './http/create-http.ts'
import type { Limits } from './http/deps.ts'
import type { Http } from './http/env.ts'
import { registerRoutes } from './http/routes/all.ts'
import type { Db } from './store/db.ts'
import { isUp } from './store/health.ts'
import { readingFrom, type ReadFrom } from './store/replica/read-from.ts'

export interface AppDeps {
  readonly db: Db
  /** Where the record is read from; left out, there. */
  readonly readFrom?: ReadFrom | undefined
  readonly log: Logger
  readonly publicUrl: URL
  /** Turns false before the process stops, so that a balancer looks elsewhere. */
  readonly isServing: () => boolean
  /** Left out, nobody is limited. */
  readonly limits?: Limits | undefined
  /** Holds every answer against its contract. For tests. */
  readonly checksAnswers?: boolean
}

/** The whole service but the socket. */
export function createApp(deps: AppDeps): Http {
  const { db, log, publicUrl, isServing, limits, checksAnswers = false } = deps
  const http = createHttp({
    publicUrl,
    log,
    readFrom: deps.readFrom ?? readingFrom(db),
    authenticate: (key) => authenticate(db, key),
    limits,
    isReady: async () => isServing() && (await isUp(db)),
    checksAnswers,
  })
  registerRoutes(http, { db, log })
  return http
}
