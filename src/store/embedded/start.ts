import path from 'node:path'
import { type Client, escapeIdentifier } from 'pg'
import { ensureLoginRole, owningRole, servingRole } from '../database/roles.ts'
import { type Cluster, type ClusterOptions, databaseName, openCluster, urlOf } from './cluster.ts'
import { EmbeddedError } from './error.ts'
import { type Guard, postGuard } from './guard.ts'
import { isOfLostServer } from './connect.ts'
import { ensureInitialized } from './initialize.ts'
import { Lease } from './lease.ts'
import { adminRole, readPasswords } from './passwords.ts'
import { ensureQuiet } from './quiet.ts'

/** A PostgreSQL server that runs while anyone uses it. */
export type Embedded = Readonly<{
  /** A superuser URL of the maintenance database. */
  adminUrl: string
  ownerUrl: string
  serviceUrl: string
  /** Releases it; the last user stops the server. Close your own connections first. */
  stop: () => Promise<'stopped' | 'left running'>
}>

/**
 * Starts the PostgreSQL server of a data directory, creating it if needed, or joins the server that
 * another process runs there.
 *
 * @throws {EmbeddedError} saying why that is not possible
 */
export async function startEmbedded(options: ClusterOptions): Promise<Embedded> {
  try {
    return await start(options)
  } catch (error) {
    // System errors, such as a folder without write permission, are put into words too.
    if (error instanceof Error && 'syscall' in error) {
      throw new EmbeddedError(error.message, { cause: error })
    }
    throw error
  }
}

async function start(options: ClusterOptions): Promise<Embedded> {
  const cluster = await openCluster(options)
  await ensureInitialized(cluster)
  const guard = postGuard(path.resolve(options.dataDir))
  const lease = await Lease.take(cluster)
  try {
    await setUp(lease, cluster)
  } catch (error) {
    await giveUp(lease, guard)
    throw error
  }
  return {
    adminUrl: urlOf(cluster, adminRole, adminRole),
    ownerUrl: urlOf(cluster, owningRole, databaseName),
    serviceUrl: urlOf(cluster, servingRole, databaseName),
    stop: () => giveUp(lease, guard),
  }
}

const setUpsMax = 5

/**
 * Sets the server up. Repeats this if it disappears meanwhile, for example because the guard of a
 * killed process is stopping it.
 */
async function setUp(lease: Lease, cluster: Cluster): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { session } = lease
    try {
      await ensureQuiet(session)
      await ensureDatabase(session, cluster)
      return
    } catch (error) {
      if (!isOfLostServer(error) || attempt === setUpsMax || !(await lease.isRegained(session)))
        throw error
    }
  }
}

/** If this fails, the guard does it after we exit. */
async function giveUp(lease: Lease, guard: Guard): Promise<'stopped' | 'left running'> {
  const outcome = await lease.release()
  guard.dismiss()
  return outcome
}

/** Creates the database and its two roles. One process at a time; the next finds them in place. */
async function ensureDatabase(admin: Client, cluster: Cluster): Promise<void> {
  const lock = `hashtext('counterpoint database')`
  await admin.query(`select pg_advisory_lock(${lock})`)
  const found = await admin.query('select from pg_database where datname = $1', [databaseName])
  if (!found.rowCount) {
    const passwords = readPasswords(cluster.folder)
    await ensureLoginRole(admin, owningRole, passwords[owningRole])
    await ensureLoginRole(admin, servingRole, passwords[servingRole])
    const [name, owner] = [databaseName, owningRole].map(escapeIdentifier)
    await admin.query(`create database ${name} owner ${owner}`)
  }
  await admin.query(`select pg_advisory_unlock(${lock})`)
}
