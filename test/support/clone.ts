import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { databaseUrl } from './database-url.ts'
import type { Template } from './postgres.ts'

/** The test file's own database, migrated and empty. */
export type TestDatabase = Readonly<{
  /** As the role that the service runs as. */
  serviceUrl: string
  /** As the role that owns the tables, for what the service may not do. */
  ownerUrl: string
}>

/** For tests that need several databases, or an empty one (from `template0`). */
export async function cloneTemplate(
  server: Template,
  template = server.template,
): Promise<TestDatabase> {
  const { owner, ownerUrl, serviceUrl } = server
  const database = `${server.template}_${randomBytes(6).toString('hex')}`
  const ownedBy = owner ? `owner ${escapeIdentifier(owner)}` : ''
  await administer(
    server,
    `create database ${escapeIdentifier(database)} template ${escapeIdentifier(template)} ${ownedBy}`,
  )
  return {
    serviceUrl: databaseUrl(serviceUrl, { database }),
    ownerUrl: databaseUrl(ownerUrl, { database }),
  }
}

export async function dropClone(
  server: Pick<Template, 'adminUrl'>,
  { serviceUrl }: TestDatabase,
): Promise<void> {
  const database = new URL(serviceUrl).pathname.slice(1)
  await administer(server, `drop database if exists ${escapeIdentifier(database)} with (force)`)
}

async function administer(
  { adminUrl }: Pick<Template, 'adminUrl'>,
  statement: string,
): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
