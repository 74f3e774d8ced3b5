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

/** The connections of one role. */
type Connections = Readonly<{ url: string; pool: Pool; db: Db }>

/** A database, opened both as the serving role and as the owner. */
export type Database = Readonly<{
  service: Connections
  /** For migrations and other work of the owner. Connects on first use. */
  owner: Connections
  isEmbedded: boolean
  /** Names of the migrations that were run on opening. */
  migrated: readonly string[]
  /** How its schema still differs from that of this version. */
  gap: SchemaGap
  /** Closes the connections, and stops the embedded server if nobody else uses it. */
  close: () => Promise<void>
  /** The same for a process that is exiting: does not wait for connections in use. */
  abandon: () => Promise<void>
}>

export type OpenOptions = Readonly<{
  /** The application name of the connections, for the server's lists and logs. */
  applicationName?: string
  connectionsMax?: number
  /** For the serving role. */
  limits?: TimeLimits
  log?: (line: string) => void
  /** Called when an idle connection is lost. */
  onLost?: (error: Error) => void
}>

/**
 * Opens the configured database, or the embedded one, and migrates it if the role may.
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
    // Ended here, because Kysely does not end a pool that it has not used.
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

/** Where to connect, and how to name it in an error. */
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
