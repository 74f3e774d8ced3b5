import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { type Cluster, type ClusterPlace, urlOf } from './cluster.ts'
import { removeSuperseded } from './copied-binaries.ts'
import { EmbeddedError } from './error.ts'
import { adminRole } from './passwords.ts'
import { type StartedServer, startServer } from './server.ts'

/** Recovery after a crash during an import takes a while. */
export const patienceMs = 5 * 60_000
const sayAfterMs = 5000

/**
 * The error of a server that exits because another one holds the cluster, perhaps one that is
 * shutting down.
 */
const heldByAnother = /lock file "[^"]*" already exists|pre-existing shared memory block/

/**
 * A superuser session. Uses the running server, whether another process started it or a killed one
 * left it behind, and starts one if there is none.
 */
export async function connectOrStart(cluster: Cluster): Promise<Client> {
  let started: StartedServer | undefined
  const begin = Date.now()
  for (let hasSaid = false; Date.now() - begin < patienceMs; await sleep(20)) {
    const answer = await tryToConnect(cluster)
    if (answer instanceof Client) {
      if (started) removeSuperseded(cluster.home, cluster.binaries)
      return answer
    }
    const end = started?.end()
    if (end !== undefined) {
      // Stopped by the guard of a killed process, which mistook it for that process's orphan.
      if (end !== 'stopped' && !heldByAnother.test(end.lastWords))
        throw new EmbeddedError(`it did not start. ${end.lastWords}`)
      started = undefined
    }
    if (answer === 'absent') started ??= startServer(cluster)
    if (!hasSaid && Date.now() - begin > sayAfterMs) {
      cluster.log('The embedded PostgreSQL is not ready yet; it may be recovering from a crash.')
      hasSaid = true
    }
  }
  throw new EmbeddedError(`it did not answer within ${patienceMs / 1000} seconds.`)
}

/** A superuser session with a running server, once it accepts connections. */
export async function tryToConnect(
  cluster: ClusterPlace,
): Promise<Client | 'absent' | 'not ready'> {
  const client = new Client({
    connectionString: urlOf(cluster, adminRole, adminRole),
    application_name: 'counterpoint launcher',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {}) // 'end' follows and is handled
  try {
    await client.connect()
    return client
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) return 'not ready'
    if (error instanceof DatabaseError && error.code?.startsWith('28')) {
      throw new EmbeddedError('the server does not accept its own password.', { cause: error })
    }
    return error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? 'absent' : 'not ready'
  }
}

/** Whether a session failed because its server is shutting down or has gone. */
export function isOfLostServer(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code?.startsWith('57P') ?? false
  // A process that we may not signal exists.
  return error instanceof Error && !('syscall' in error && error.syscall === 'kill')
}
