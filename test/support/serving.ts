import pino from 'pino'
import type { Pool } from 'pg'
import { onTestFinished } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import type { WriteQueueLimits } from '../../src/actions/record/queue/write-queue-limits.ts'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { openDb, openPool, servingLimits, type TimeLimits } from '../../src/store/database/pool.ts'
import { adminKey, apiAt, type Api } from './api.ts'

export interface Serving {
  readonly api: Api
  readonly origin: string
  readonly pool: Pool
}

export interface ServingOptions {
  readonly connectionsMax?: number
  readonly limits?: Partial<TimeLimits>
  readonly writeQueueLimits?: WriteQueueLimits
  /** The application name of the pool's connections. */
  readonly applicationName?: string
}

/** The whole service with its own pool, for tests that take its database away. */
export async function serve(databaseUrl: string, options: ServingOptions = {}): Promise<Serving> {
  const { connectionsMax = 10, writeQueueLimits, applicationName = 'serving' } = options
  const pool = openPool({
    url: databaseUrl,
    applicationName,
    connectionsMax,
    limits: { ...servingLimits, ...options.limits },
  })
  onTestFinished(() => pool.end())
  const db = openDb(pool)
  await setBootstrapKey(db, adminKey)
  const log = pino({ level: 'silent' })
  const publicUrl = new URL('http://counterpoint.example')
  const app = createApp({ db, log, publicUrl, isServing: () => true, writeQueueLimits })
  const server = await listen(
    app,
    { publicUrl, log },
    { host: '127.0.0.1', port: 0, limits: { lingerMs: 0 } },
  )
  onTestFinished(() => server.stop(0))
  const origin = `http://127.0.0.1:${server.port}`
  return { api: apiAt(origin), origin, pool }
}
