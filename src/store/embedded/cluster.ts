import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBinaries } from './binaries.ts'
import { ensureHome, ensureSocketFolder, findHome, socketFolderOf } from './home.ts'
import { readPasswords, type Role } from './passwords.ts'
import { findServerUser, type ServerUser } from './user.ts'

/** The database of the service in the cluster. */
export const databaseName = 'counterpoint'

/** Part of the socket's name; the server does not listen on any network. */
export const port = 5432

/** Where a cluster is on disk, and who owns it. */
export type ClusterPlace = Readonly<{
  /** The private folder with everything that belongs to it. Its path contains no symbolic links. */
  home: string
  /** The data directory of PostgreSQL. */
  folder: string
  socketFolder: string
  user: ServerUser
}>

/** A database cluster on disk, and what is needed to run it. */
export type Cluster = ClusterPlace &
  Readonly<{
    binaries: string
    /** Whether commits wait for the disk. Only tests turn this off. */
    isDurable: boolean
    log: (line: string) => void
  }>

export type ClusterOptions = Readonly<{
  dataDir: string
  isDurable?: boolean
  log?: (line: string) => void
}>

/** Determines all paths and creates the folders. The database files may not exist yet. */
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

/** The cluster in a folder, if there is one. Creates nothing. */
export function findCluster(dataDir: string): ClusterPlace | undefined {
  const home = findHome(path.resolve(dataDir))
  if (home === undefined) return undefined
  const folder = path.join(home, 'cluster')
  if (!existsSync(folder)) return undefined
  return { home, folder, socketFolder: socketFolderOf(home), user: findServerUser() }
}

/**
 * A URL in the form that pg, Kysely, graphile-worker and kysely-codegen all accept. It sets
 * everything that pg would otherwise take from PGPORT, PGSSLMODE and similar variables.
 */
export function urlOf(cluster: ClusterPlace, role: Role, database: string): string {
  const password = readPasswords(cluster.folder)[role]
  const host = encodeURIComponent(cluster.socketFolder)
  return `postgres://${role}:${password}@${host}:${port}/${database}?sslmode=disable`
}
