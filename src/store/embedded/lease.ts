import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Cluster } from './cluster.ts'
import { connectOrStart } from './connect.ts'
import { stopServer } from './server.ts'

/** The key of the advisory lock shared by all processes that use the server. */
const leaseKey = 0x636c6d

const retryAfterMs = 1000

/**
 * Keeps the server running while any process uses it. Each process holds a shared lock. A process
 * that gets the exclusive lock was the last one, and stops the server. A process that arrives
 * meanwhile waits for the lock, loses its session with the server, and starts it again.
 */
export class Lease {
  readonly #cluster: Cluster
  #session: Client
  #regaining: Promise<void> | undefined
  #isReleased = false

  private constructor(cluster: Cluster, session: Client) {
    this.#cluster = cluster
    this.#session = session
    this.#guard(session)
  }

  static async take(cluster: Cluster): Promise<Lease> {
    return new Lease(cluster, await openSession(cluster))
  }

  /** The superuser session that holds the lock. */
  get session(): Client {
    return this.#session
  }

  /** Replaces a lost session; returns false if it was not lost after all. */
  async isRegained(lost: Client): Promise<boolean> {
    for (let waitedMs = 0; this.#session === lost; waitedMs += retryAfterMs) {
      if (this.#regaining === undefined && waitedMs > 2 * retryAfterMs) return false
      await (this.#regaining ?? sleep(retryAfterMs))
    }
    return true
  }

  /** Releases the server, and stops it if nobody else uses it. */
  async release(): Promise<'stopped' | 'left running'> {
    this.#isReleased = true
    await this.#regaining
    try {
      if (!(await isLast(this.#session))) return 'left running'
      await stopServer(this.#cluster)
      return 'stopped'
    } finally {
      await this.#session.end()
    }
  }

  /** A server that crashes or is killed is started again. */
  #guard(session: Client): void {
    session.once('end', () => {
      if (!this.#isReleased) this.#regaining = this.#regain()
    })
  }

  async #regain(): Promise<void> {
    this.#cluster.log('The embedded PostgreSQL has gone away; joining or starting it again.')
    while (!this.#isReleased) {
      try {
        this.#session = await openSession(this.#cluster)
        this.#guard(this.#session)
        return
      } catch (error) {
        this.#cluster.log(`The embedded PostgreSQL has not come back. ${String(error)}`)
        await sleep(retryAfterMs)
      }
    }
  }
}

async function openSession(cluster: Cluster): Promise<Client> {
  for (;;) {
    const session = await connectOrStart(cluster)
    try {
      await session.query('select pg_advisory_lock_shared($1)', [leaseKey])
      return session
    } catch {
      await session.end() // the last user was just stopping the server
    }
  }
}

/** Takes the exclusive lock for a session. No other process gets in until the session ends. */
export async function isOurs(session: Client): Promise<boolean> {
  const { rows } = await session.query<{ is_ours: boolean }>(
    'select pg_try_advisory_lock($1) as is_ours',
    [leaseKey],
  )
  return rows[0]?.is_ours ?? false
}

/** Whether nobody else holds the lock. If so, we hold it exclusively until the session ends. */
async function isLast(session: Client): Promise<boolean> {
  try {
    const { rows } = await session.query<{ is_last: boolean }>(
      `select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as is_last`,
      [leaseKey],
    )
    return rows[0]?.is_last ?? false
  } catch {
    return false // the server is already gone
  }
}
