import { CompiledQuery } from 'kysely'
import type { Db as QueueDb, PgBoss } from 'pg-boss'
import type { Db } from '../store/database/db.ts'
import { createBoss } from './boss.ts'
import type { Job } from './job.ts'

/**
 * Queues a job in the transaction, to be done once it commits. Nothing is queued if it rolls back,
 * or if the queue is full.
 */
export type Send = <Payload extends object>(
  tx: Db,
  job: Job<Payload>,
  payload: Payload,
) => Promise<void>

/** For writers; the database is not touched until the first job is sent. */
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
