import { inject, test } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import {
  openDb,
  openPool,
  owningLimits,
  servingLimits,
  type TimeLimits,
} from '../../src/store/database/pool.ts'
import { cloneTemplate, dropClone, type TestDatabase } from './clone.ts'

/**
 * `it` with a database, one per test file: files run concurrently, and tests in a file see what
 * earlier ones committed. `db` is the serving role, as in production.
 */
export const it = test
  .extend('template', { scope: 'worker' }, () => inject('template'))
  .extend('database', { scope: 'file' }, async ({ template }, { onCleanup }) => {
    const database = await cloneTemplate(template)
    onCleanup(() => dropDatabase(database))
    return database
  })
  .extend('db', { scope: 'file' }, ({ database }, { onCleanup }) => {
    const db = open(database.serviceUrl, servingLimits)
    onCleanup(() => db.destroy())
    return db
  })
  .extend('ownerDb', { scope: 'file' }, ({ database }, { onCleanup }) => {
    const db = open(database.ownerUrl, owningLimits)
    onCleanup(() => db.destroy())
    return db
  })

export async function dropDatabase(database: TestDatabase): Promise<void> {
  await dropClone(inject('template'), database)
}

function open(url: string, limits: TimeLimits): Db {
  return openDb(openPool({ url, applicationName: 'counterpoint tests', connectionsMax: 8, limits }))
}
