import type { Db as QueueDb, PgBoss } from 'pg-boss'

/**
 * The schema that migrations create for pg-boss, and the version that the installed release
 * expects.
 */
export const queueSchema = { name: 'pgboss', version: 46 } as const

/**
 * pg-boss on our own connections, loaded on first use since loading takes 0.1 s. It sends, fetches
 * and maintains jobs; only migrations create queues and tables.
 */
export async function createBoss(
  db: QueueDb,
  { schemaVersion = queueSchema.version }: { schemaVersion?: number } = {},
): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  return new PgBoss({
    db,
    schema: queueSchema.name,
    // pg-boss refuses any other schema version by default. If asked to migrate, it accepts a newer
    // one, as it must during a rolling upgrade, and then has nothing to do.
    migrate: schemaVersion > queueSchema.version,
    createSchema: false,
    // Its scheduler creates a queue at every start, which only migrations may do: see `due.ts`.
    schedule: false,
    // Only the owner may rebuild indexes.
    reindex: false,
    registerInstance: false,
    monitorVacuum: false,
    // For jobs that depend on other jobs, of which we have none.
    flowIntervalSeconds: 86_400,
    bamIntervalSeconds: 86_400,
  })
}
