import type { Logger } from 'pino'
import { authenticate } from './actions/keys.ts'
import { createHttp } from './http/create-http.ts'
import type { Http } from './http/env.ts'
import { registerRoutes } from './http/routes/all.ts'
import type { Db } from './store/db.ts'
import { isUp } from './store/health.ts'

export interface AppDeps {
  readonly db: Db
  readonly log: Logger
  readonly publicUrl: URL
  /** Turns false before the process stops, so that a balancer looks elsewhere. */
  readonly isServing: () => boolean
  /** Holds every answer against its contract. For tests. */
  readonly checksAnswers?: boolean
}

/** The whole service but the socket. */
export function createApp({ db, log, publicUrl, isServing, checksAnswers = false }: AppDeps): Http {
  const http = createHttp({
    publicUrl,
    log,
    authenticate: (key) => authenticate(db, key),
    isReady: async () => isServing() && (await isUp(db)),
    checksAnswers,
  })
  registerRoutes(http, { db, log })
  return http
}
