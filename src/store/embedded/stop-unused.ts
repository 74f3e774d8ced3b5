import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type ClusterPlace, findCluster } from './cluster.ts'
import { patienceMs, tryToConnect } from './connect.ts'
import { EmbeddedError } from './error.ts'
import { isOurs } from './lease.ts'
import { findServerPid } from './server-process.ts'
import { stopServer } from './server.ts'

/**
 * Stops the server of a folder when nobody uses it, such as the orphan of a process that was killed.
 * Makes nothing and starts nothing.
 */
export async function stopUnused(dataDir: string): Promise<'absent' | 'stopped' | 'in use'> {
  const cluster = findCluster(dataDir)
  const session = cluster && (await join(cluster))
  if (!session) return 'absent'
  try {
    if (!(await isOurs(session))) return 'in use'
    await stopServer(cluster)
    return 'stopped'
  } finally {
    await session.end()
  }
}

/** A session with a server that runs, once it takes any. */
async function join(cluster: ClusterPlace): Promise<Client | undefined> {
  const deadline = Date.now() + patienceMs
  while (findServerPid(cluster) !== undefined) {
    const answer = await tryToConnect(cluster)
    if (answer instanceof Client) return answer
    if (Date.now() > deadline) throw new EmbeddedError('its server runs and does not answer.')
    await sleep(20)
  }
  return undefined
}
