import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type ClusterPlace, port } from './cluster.ts'

/** The process id of the cluster's server, if one runs. */
export function findServerPid(cluster: ClusterPlace): number | undefined {
  const pid = readPid(path.join(cluster.folder, 'postmaster.pid'))
  return pid !== undefined && isServer(pid, cluster) ? pid : undefined
}

/**
 * Whether a process that was the cluster's server still exists; its lock file is removed earlier.
 */
export function isServer(pid: number, cluster: ClusterPlace): boolean {
  return identify(pid, cluster) === 'server'
}

/**
 * After a crash, PostgreSQL refuses to start while any process of its user has the id in its lock
 * file. Containers reuse ids quickly, so it could be our own shell.
 */
export function removeStaleLocks(cluster: ClusterPlace): void {
  const files = [
    path.join(cluster.folder, 'postmaster.pid'),
    path.join(cluster.socketFolder, `.s.PGSQL.${port}.lock`),
  ]
  for (const file of files) {
    const pid = readPid(file)
    if (pid !== undefined && identify(pid, cluster) === 'another') rmSync(file, { force: true })
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined // no file, no server
  }
}

/**
 * Whether a process is the server of the cluster. On Linux we can tell: a server's working
 * directory is its data directory, and a dead or zombie process has none.
 */
function identify(pid: number, cluster: ClusterPlace): 'server' | 'another' | 'unknown' {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? 'server' : 'another'
    return readlinkSync(`/proc/${pid}/cwd`) === cluster.folder ? 'server' : 'another'
  } catch (error) {
    return isForbidden(error) ? 'unknown' : 'another'
  }
}

function isForbidden(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EACCES' || code === 'EPERM'
}
