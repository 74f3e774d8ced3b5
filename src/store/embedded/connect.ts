import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { type Cluster, type ClusterPlace, urlOf } from './cluster.ts'
import { removeSuperseded } from './copied-binaries.ts'
import { EmbeddedError } from './error.ts'
import { adminRole } from './passwords.ts'
import { type StartedServer, startServer } from './server.ts'

/** After a crash in the middle of an import, recovery takes its time. */
export const patienceMs = 5 * 60_000
const sayAfterMs = 5000

/** What a server says that ends because another one holds the cluster, perhaps a dying one. */
const heldByAnother = /lock file ".*" already exists|pre-existing shared memory block/

/**
 * A session of the superuser. Joins the server that runs, be it another process's or the orphan of
 * one that was killed, and starts one when there is none.
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
      // Stopped: by the guard of a process that was killed, which took it for that one's orphan.
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

/** A session of the superuser with a server that runs and takes any. */
export async function tryToConnect(
  cluster: ClusterPlace,
): Promise<Client | 'absent' | 'not ready'> {
  const client = new Client({
    connectionString: urlOf(cluster, adminRole, adminRole),
    application_name: 'counterpoint launcher',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {}) // 'end' follows, which is what matters
  try {
    await client.connect()
    return client
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) return 'not ready'
    if (error instanceof DatabaseError && error.code?.startsWith('28')) {
      throw new EmbeddedError('the server does not take its own password.', { cause: error })
    }
    return error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? 'absent' : 'not ready'
  }
}

/** Whether a session failed because its server goes away, or has gone. */
export function isOfLostServer(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code?.startsWith('57P') ?? false
  // A process that may not be signalled is there.
  return error instanceof Error && !('syscall' in error && error.syscall === 'kill')
}
