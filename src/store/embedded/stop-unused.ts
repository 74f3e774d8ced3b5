import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type ClusterPlace, findCluster } from './cluster.ts'
import { isOfLostServer, patienceMs, tryToConnect } from './connect.ts'
import { EmbeddedError } from './error.ts'
import { isOurs } from './lease.ts'
import { findServerPid } from './server-process.ts'
import { stopServer } from './server.ts'

/**
 * Stops the server of a folder if nobody uses it, for example after its process was killed. Creates
 * and starts nothing.
 */
export async function stopUnused(dataDir: string): Promise<'absent' | 'stopped' | 'in use'> {
  const cluster = findCluster(dataDir)
  if (!cluster) return 'absent'
  for (let session = await join(cluster); session; session = await join(cluster)) {
    const outcome = await stopBy(session, cluster)
    if (outcome !== 'lost') return outcome
  }
  return 'absent'
}

/** The session was lost because somebody else stops the server. */
async function stopBy(
  session: Client,
  cluster: ClusterPlace,
): Promise<'stopped' | 'in use' | 'lost'> {
  try {
    if (!(await isOurs(session))) return 'in use'
    await stopServer(cluster)
    return 'stopped'
  } catch (error) {
    if (isOfLostServer(error)) return 'lost'
    throw error
  } finally {
    await session.end()
  }
}

/** A session with a running server, once it accepts connections. */
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
