import type { Db } from '../database/db.ts'

/**
 * Runs all reads of one request on one database, which has every event up to `seq`. They may run
 * twice, so they only read.
 */
export type ReadFrom = <T>(seq: number, read: (db: Db) => Promise<T>) => Promise<T>

/** Where there is no replica. */
export function readingFrom(primary: Db): ReadFrom {
  return (_, read) => read(primary)
}
