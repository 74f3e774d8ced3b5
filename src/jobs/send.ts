import { CompiledQuery } from 'kysely'
import type { Db as QueueDb, PgBoss } from 'pg-boss'
import type { Db } from '../store/database/db.ts'
import { createBoss } from './boss.ts'
import type { Job } from './job.ts'

/**
 * Leaves a job to be done once the transaction commits. When it rolls back, or when the queue has
 * enough of the kind, there is none.
 */
export type Send = <Payload extends object>(
  tx: Db,
  job: Job<Payload>,
  payload: Payload,
) => Promise<void>

/** For whoever writes; nothing is asked of the database until then. */
export function openSend(db: Db): Send {
  let opening: Promise<PgBoss> | undefined
  return async (tx, job, payload) => {
    const boss = await (opening ??= createBoss(onKysely(db)))
    await boss.send(job.name, job.payload.parse(payload), { db: onKysely(tx) })
  }
}

function onKysely(db: Db): QueueDb {
  return {
    executeSql: async (text, values) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}
