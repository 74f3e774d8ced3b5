import { adoptRules } from '../actions/adopt-rules.ts'
import { recallMissing } from '../actions/recall-missing.ts'
import type { Deps } from '../actions/record/deps.ts'
import { rulesVersion } from '../domain/status.ts'
import { errorLine } from '../domain/logged-error.ts'
import { readProcessConfig } from '../config.ts'
import { openDatabase, type Database } from '../store/open.ts'
import { MigrationError } from '../store/database/migration-files.ts'
import { commandLimits } from '../store/database/pool.ts'
import { createLog } from './terminal/log.ts'
import { missingMigrations } from './missing-migrations.ts'
import { terminal } from './terminal/terminal.ts'

/**
 * Runs `work` with the configured database, or the embedded one, whose server may already be
 * running.
 *
 * @throws {MigrationError} if it lacks migrations that the role may not run
 */
export async function withDatabase<T>(
  work: (deps: Deps, database: Database) => Promise<T>,
): Promise<T> {
  const config = readProcessConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, {
    applicationName: 'counterpoint command line',
    connectionsMax: 2,
    limits: commandLimits,
    log: terminal.note,
    onLost: (error) => terminal.note(`A connection to the database was lost: ${errorLine(error)}.`),
  })
  try {
    if (database.gap.pending.length > 0)
      throw new MigrationError(missingMigrations(database.gap.pending))
    const deps = { db: database.service.db, log }
    const changed = await adoptRules(deps)
    if (changed !== undefined)
      terminal.note(
        `Version ${rulesVersion} of the rules is in force; ${changed} statuses changed.`,
      )
    await recallMissing(deps)
    return await work(deps, database)
  } finally {
    await database.close()
  }
}
