import { sql } from 'kysely'
import type { Db } from './db.ts'
import { pendingMigrations } from './migrate.ts'

/** Whether the database answers and has every migration. */
export async function isUp(db: Db): Promise<boolean> {
  await sql`select 1`.execute(db)
  return (await pendingMigrations(db)).length === 0
}
