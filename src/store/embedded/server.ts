import { spawn } from 'node:child_process'
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programEnvironment } from './binaries.ts'
import { type Cluster, type ClusterPlace, port } from './cluster.ts'
import { quietSettings } from './quiet.ts'
import { findServerPid, isServer, removeStaleLocks } from './server-process.ts'
import { spawnAs } from './user.ts'

const stopTimeoutMs = 60_000
const logBytesMax = 10_000_000

/** A server process that we started. It may find that another server runs already, and exit. */
export type StartedServer = Readonly<{
  /** How it ended, if it has: `stopped` by somebody, or with its error output. */
  end: () => 'stopped' | { readonly lastWords: string } | undefined
}>

/**
 * Starts the server in its own session: neither Ctrl-C nor our death reaches it, so that it runs
 * until its last user has finished.
 */
export function startServer(cluster: Cluster): StartedServer {
  removeStaleLocks(cluster)
  const logFile = path.join(cluster.home, 'server.log')
  const { log, offset } = openLog(logFile)
  const child = spawn(path.join(cluster.binaries, 'bin', 'postgres'), settingsOf(cluster), {
    ...spawnAs(cluster.user),
    cwd: '/',
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', log],
  })
  closeSync(log)
  child.unref()
  let end: 'stopped' | 'failed' | undefined
  let failure: Error | undefined
  child.once('exit', (code) => {
    end = code === 0 ? 'stopped' : 'failed'
  })
  child.once('error', (error) => {
    failure = error
  })
  return {
    end: () => {
      if (failure) return { lastWords: failure.message }
      if (end !== 'failed') return end
      return { lastWords: readFileSync(logFile).subarray(offset).toString() }
    },
  }
}

/** Shuts the server down cleanly, even if somebody uses it, and waits for its exit. */
export async function stopServer(cluster: ClusterPlace): Promise<void> {
  const pid = findServerPid(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT') // the "fast" mode of PostgreSQL: open transactions are rolled back
  const deadline = Date.now() + stopTimeoutMs
  while (isServer(pid, cluster) && Date.now() < deadline) await sleep(10)
}

function openLog(file: string): { log: number; offset: number } {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
  const log = openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  if (fstatSync(log).size > logBytesMax) ftruncateSync(log)
  return { log, offset: fstatSync(log).size }
}

function settingsOf(cluster: Cluster): string[] {
  const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const settings = {
    listen_addresses: '',
    port: String(port),
    // The setting is a list of paths; quoted, a path may contain commas and spaces.
    unix_socket_directories: `"${cluster.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    ...quietSettings,
    ...(cluster.isDurable ? {} : unsafe),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.folder, ...options]
}
