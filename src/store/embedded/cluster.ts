import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBinaries } from './binaries.ts'
import { ensureHome, ensureSocketFolder, findHome, socketFolderOf } from './home.ts'
import { readPasswords, type Role } from './passwords.ts'
import { findServerUser, type ServerUser } from './user.ts'

/** The database of the service inside the cluster. */
export const databaseName = 'counterpoint'

/** Part of the name of the socket; the server listens to no network. */
export const port = 5432

/** Where a cluster is on disk, and whose. */
export type ClusterPlace = Readonly<{
  /** The private folder that has everything of it. Its path has no links. */
  home: string
  /** The data directory of PostgreSQL. */
  folder: string
  socketFolder: string
  user: ServerUser
}>

/** A database cluster on disk and what is needed to run it. */
export type Cluster = ClusterPlace &
  Readonly<{
    binaries: string
    /** Waits for the disk before it says that something is stored. Only tests do without. */
    isDurable: boolean
    log: (line: string) => void
  }>

export type ClusterOptions = Readonly<{
  dataDir: string
  isDurable?: boolean
  log?: (line: string) => void
}>

/** Settles where everything is, and makes the folders. The database files may not be there yet. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, isDurable = true, log = () => {} } = options
  const user = findServerUser()
  const home = ensureHome(path.resolve(dataDir), user, log)
  return {
    home,
    folder: path.join(home, 'cluster'),
    socketFolder: ensureSocketFolder(home, user),
    binaries: await findBinaries(home, user),
    user,
    isDurable,
    log,
  }
}

/** The cluster of a folder, if it was made. Makes nothing itself. */
export function findCluster(dataDir: string): ClusterPlace | undefined {
  const home = findHome(path.resolve(dataDir))
  if (home === undefined) return undefined
  const folder = path.join(home, 'cluster')
  if (!existsSync(folder)) return undefined
  return { home, folder, socketFolder: socketFolderOf(home), user: findServerUser() }
}

/**
 * In the form that pg, Kysely, graphile-worker and kysely-codegen all take. It leaves nothing open
 * that pg would fill in from PGPORT, PGSSLMODE and their like.
 */
export function urlOf(cluster: ClusterPlace, role: Role, database: string): string {
  const password = readPasswords(cluster.folder)[role]
  const host = encodeURIComponent(cluster.socketFolder)
  return `postgres://${role}:${password}@${host}:${port}/${database}?sslmode=disable`
}
