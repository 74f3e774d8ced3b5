import pino from 'pino'
import { createApp } from '../../src/app.ts'
import type { Http } from '../../src/http/contract/env.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'

/** The whole service without a database, for tests that need none. */
export function detachedApp(): Http {
  const pool = openPool({
    url: 'postgres://nobody@localhost/nothing',
    applicationName: 'counterpoint detached',
    connectionsMax: 1,
    limits: servingLimits,
  })
  return createApp({
    db: openDb(pool),
    log: pino({ level: 'silent' }),
    publicUrl: new URL('https://counterpoint.example'),
    isServing: () => true,
  })
}
