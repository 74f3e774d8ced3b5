import type { Db as QueueDb, PgBoss } from 'pg-boss'

/** The schema that `db/migrations/` has made for pg-boss, and the one that its release here is for. */
export const queueSchema = { name: 'pgboss', version: 46 } as const

/**
 * pg-boss on connections of ours. It is loaded when it is first needed, which takes a tenth of a
 * second. It sends, fetches and maintains jobs; queues and tables are made by migrations alone.
 */
export async function createBoss(
  db: QueueDb,
  { schemaVersion = queueSchema.version }: { schemaVersion?: number } = {},
): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  return new PgBoss({
    db,
    schema: queueSchema.name,
    // Left to itself it refuses every schema but its own. Told to migrate, it lets a newer one be, as
    // an older version must beside a new one, and has nothing to do.
    migrate: schemaVersion > queueSchema.version,
    createSchema: false,
    // Its scheduler makes a queue at each start, which only migrations may: see `due.ts`.
    schedule: false,
    // Rebuilding indexes is the owner's.
    reindex: false,
    registerInstance: false,
    monitorVacuum: false,
    // Jobs that wait for other jobs: there are none.
    flowIntervalSeconds: 86_400,
    bamIntervalSeconds: 86_400,
  })
}
