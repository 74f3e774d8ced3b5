import type { Db } from '../database/db.ts'

/**
 * Runs all reads of one request on one database, which has every event up to `seq`. The reads may
 * be run twice, so they must not write.
 */
export type ReadFrom = <T>(seq: number, read: (db: Db) => Promise<T>) => Promise<T>

/** For deployments without a replica. */
export function readingFrom(primary: Db): ReadFrom {
  return (_, read) => read(primary)
}
