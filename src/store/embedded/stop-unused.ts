import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type ClusterPlace, findCluster } from './cluster.ts'
import { isOfLostServer, patienceMs, tryToConnect } from './connect.ts'
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
  if (!cluster) return 'absent'
  for (let session = await join(cluster); session; session = await join(cluster)) {
    const outcome = await stopBy(session, cluster)
    if (outcome !== 'lost') return outcome
  }
  return 'absent'
}

/** Lost: the server goes away, since somebody else stops it. */
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
