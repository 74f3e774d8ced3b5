import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programEnvironment } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { spawnAs } from './user.ts'

const stopTimeoutMs = 60_000
const logBytesMax = 10_000_000

/** A server that we have set off. It may find that another one runs already, and end. */
export type StartedServer = Readonly<{
  hasEnded: () => boolean
  /** What it has said since it was set off. */
  output: () => string
}>

/**
 * Sets off the server in a session of its own: neither Ctrl-C nor our death reaches it, so that it
 * is there until whoever uses it last has finished.
 */
export function startServer(cluster: Cluster): StartedServer {
  removeStaleLocks(cluster)
  const logFile = path.join(cluster.home, 'server.log')
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
  const log = openSync(logFile, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  if (fstatSync(log).size > logBytesMax) ftruncateSync(log)
  const offset = fstatSync(log).size
  const child = spawn(path.join(cluster.binaries, 'bin', 'postgres'), settingsOf(cluster), {
    ...spawnAs(cluster.user),
    cwd: '/',
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', log],
  })
  closeSync(log)
  child.unref()
  return {
    hasEnded: watchEnd(child),
    output: () => readFileSync(logFile).subarray(offset).toString(),
  }
}

/** Shuts the server down in good order, whoever uses it, and waits until it has gone. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = readPid(path.join(cluster.folder, 'postmaster.pid'))
  if (pid === undefined || identify(pid, cluster) !== 'server') return
  process.kill(pid, 'SIGINT') // what PostgreSQL calls fast: open transactions are rolled back
  const deadline = Date.now() + stopTimeoutMs
  while (identify(pid, cluster) === 'server' && Date.now() < deadline) await sleep(10)
}

function settingsOf(cluster: Cluster): string[] {
  const settings = {
    listen_addresses: '',
    // A list of paths; in quotes one may contain commas and spaces.
    unix_socket_directories: `"${cluster.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    ...(cluster.isDurable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.folder, ...options]
}

function watchEnd(child: ChildProcess): () => boolean {
  let hasEnded = false
  child.once('exit', () => {
    hasEnded = true
  })
  child.once('error', () => {
    hasEnded = true
  })
  return () => hasEnded
}

/**
 * After a crash PostgreSQL does not start while any process of its user has the number in its lock
 * file. In containers numbers come again at once, so it could be our own shell.
 */
function removeStaleLocks(cluster: Cluster): void {
  const files = [
    path.join(cluster.folder, 'postmaster.pid'),
    path.join(cluster.socketFolder, '.s.PGSQL.5432.lock'),
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
 * Whether the process is the server of the cluster. Linux knows: a server works in its data
 * directory, and a dead process, or one that nobody has buried, works nowhere.
 */
function identify(pid: number, cluster: Cluster): 'server' | 'another' | 'unknown' {
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
