import type { Pool } from 'pg'
import type { Config } from '../config.ts'
import { checkServer } from './database/check-server.ts'
import type { Db } from './database/db.ts'
import { type Embedded, startEmbedded } from './embedded/start.ts'
import { migrate } from './database/migrate.ts'
import {
  openDb,
  openPool,
  owningLimits,
  type PoolOptions,
  servingLimits,
  type TimeLimits,
} from './database/pool.ts'
import { findSchemaGap, mayMigrate, type SchemaGap } from './database/schema.ts'

/** One role's connections. */
type Connections = Readonly<{ url: string; pool: Pool; db: Db }>

/** A database, open as the role that serves and the role that owns it. */
export type Database = Readonly<{
  service: Connections
  /** For migrations and what else is the owner's. Connects when it is used. */
  owner: Connections
  isEmbedded: boolean
  /** Names of the migrations that opening it has run. */
  migrated: readonly string[]
  /** How its schema still differs from the one of this version. */
  gap: SchemaGap
  /** Ends the connections, and the embedded server if nobody else uses it. */
  close: () => Promise<void>
  /** The same for a process that ends now: waits for no connection that is in use. */
  abandon: () => Promise<void>
}>

export type OpenOptions = Readonly<{
  /** What the connections call themselves, in the server's lists and logs. */
  applicationName?: string
  connectionsMax?: number
  /** Of the role that serves. */
  limits?: TimeLimits
  log?: (line: string) => void
  /** Told when a connection is lost that was idle. */
  onLost?: (error: Error) => void
}>

/**
 * Opens the database that the configuration names, or else the embedded one, and migrates it where
 * the role may.
 *
 * @throws {ServerError} {EmbeddedError} {MigrationError} when that is not possible
 */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<Database> {
  const { applicationName = 'counterpoint', connectionsMax = 10, log = () => {} } = options
  const { onLost = () => {}, limits = servingLimits } = options
  const server = await findServer(config, log)
  const service = connect({
    url: server.serviceUrl,
    applicationName,
    connectionsMax,
    limits,
    onLost,
  })
  const owner = connect({
    url: server.ownerUrl,
    applicationName,
    connectionsMax: 2,
    limits: owningLimits,
    onLost,
  })
  const abandon = async () => {
    await server.embedded?.stop()
  }
  const close = async () => {
    // Not by Kysely, which leaves a pool alone that it has not used itself.
    await Promise.all([service.pool.end(), owner.pool.end()])
    await abandon()
  }
  try {
    const { allowsDataLoss } = config
    await checkServer(owner.pool, { variable: server.ownerName, allowsDataLoss })
    await checkServer(service.pool, { variable: server.serviceName, allowsDataLoss })
    const migrated = (await mayMigrate(owner.db)) ? await migrate(owner.db) : []
    const gap = await findSchemaGap(service.db)
    return {
      service,
      owner,
      isEmbedded: server.embedded !== undefined,
      migrated,
      gap,
      close,
      abandon,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where to connect to, and what to call it when that fails. */
type Server = Readonly<{
  serviceUrl: string
  serviceName: string
  ownerUrl: string
  ownerName: string
  embedded?: Embedded
}>

async function findServer(config: Config, log: (line: string) => void): Promise<Server> {
  const { databaseUrl, migrationDatabaseUrl = databaseUrl, dataDir } = config
  if (databaseUrl && migrationDatabaseUrl) {
    return {
      serviceUrl: databaseUrl,
      serviceName: 'DATABASE_URL',
      ownerUrl: migrationDatabaseUrl,
      ownerName: migrationDatabaseUrl === databaseUrl ? 'DATABASE_URL' : 'MIGRATION_DATABASE_URL',
    }
  }
  const embedded = await startEmbedded({ dataDir, log })
  const { serviceUrl, ownerUrl } = embedded
  return { serviceUrl, serviceName: 'DATA_DIR', ownerUrl, ownerName: 'DATA_DIR', embedded }
}

function connect(options: PoolOptions): Connections {
  const pool = openPool(options)
  return { url: options.url, pool, db: openDb(pool) }
}
