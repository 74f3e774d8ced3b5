import pino from 'pino'
import type { Deps } from '../actions/deps.ts'
import { readProcessConfig } from '../config.ts'
import { openDatabase, type Database } from '../store/open.ts'
import { terminal } from './terminal.ts'

/** Does something with the configured database, or the embedded one, which others may run already. */
export async function withDatabase<T>(
  work: (deps: Deps, database: Database) => Promise<T>,
): Promise<T> {
  const config = readProcessConfig()
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const database = await openDatabase(config, {
    applicationName: 'counterpoint command line',
    connectionsMax: 2,
    log: terminal.note,
  })
  try {
    return await work({ db: database.service.db, log }, database)
  } finally {
    await database.close()
  }
}
