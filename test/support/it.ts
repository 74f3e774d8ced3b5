import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { inject, test } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import {
  openDb,
  openPool,
  owningLimits,
  servingLimits,
  type TimeLimits,
} from '../../src/store/database/pool.ts'
import { databaseUrl } from './database-url.ts'
import type { Template } from './postgres.ts'

/** The test file's own database, migrated and empty. */
export type TestDatabase = Readonly<{
  /** As the role that the service runs as. */
  serviceUrl: string
  /** As the role that owns the tables, for what the service may not do. */
  ownerUrl: string
}>

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

/** For tests that need several databases, or an empty one (from `template0`). */
export async function cloneTemplate(
  server: Template,
  template = server.template,
): Promise<TestDatabase> {
  const { owner, ownerUrl, serviceUrl } = server
  const database = `${server.template}_${randomBytes(6).toString('hex')}`
  const ownedBy = owner ? `owner ${escapeIdentifier(owner)}` : ''
  await administer(
    `create database ${escapeIdentifier(database)} template ${escapeIdentifier(template)} ${ownedBy}`,
  )
  return {
    serviceUrl: databaseUrl(serviceUrl, { database }),
    ownerUrl: databaseUrl(ownerUrl, { database }),
  }
}

export async function dropDatabase({ serviceUrl }: TestDatabase): Promise<void> {
  const database = new URL(serviceUrl).pathname.slice(1)
  await administer(`drop database if exists ${escapeIdentifier(database)} with (force)`)
}

function open(url: string, limits: TimeLimits): Db {
  return openDb(openPool({ url, applicationName: 'counterpoint tests', connectionsMax: 8, limits }))
}

async function administer(statement: string): Promise<void> {
  const admin = new Client({ connectionString: inject('template').adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
