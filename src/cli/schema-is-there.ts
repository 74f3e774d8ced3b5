import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../store/open.ts'
import { findSchemaGap } from '../store/database/schema.ts'
import { missingMigrations } from './missing-migrations.ts'

const lookAgainMs = 1_000

/** Waits until the database has every migration; returns false if the process is to stop first. */
export async function schemaIsThere(
  { service, gap }: Database,
  log: Pick<Logger, 'warn' | 'error'>,
  stopping: Promise<unknown>,
): Promise<boolean> {
  let { pending } = gap
  const { unknown } = gap
  if (unknown.length > 0)
    log.warn({ unknown }, 'A newer version has migrated the database. This one goes on serving it.')
  if (pending.length > 0) log.error({ pending }, missingMigrations(pending))
  let isStopping = false
  while (pending.length > 0 && !isStopping) {
    isStopping = await Promise.race([stopping.then(() => true), sleep(lookAgainMs, false)])
    // If the database does not answer, it is tried again.
    const found = await findSchemaGap(service.db).catch(() => undefined)
    pending = found?.pending ?? pending
  }
  return pending.length === 0
}
