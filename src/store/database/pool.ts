import type { Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import { defaults, Pool } from 'pg'
import { CorkedSocket } from './corked-socket.ts'
import type { Db } from './db.ts'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

// Otherwise dates are sent in the zone of the process, whose historical offset from UTC may include
// seconds.
defaults.parseInputDatesAsUTC = true

/** How long the server and the pool wait; 0 means for ever. */
export type TimeLimits = Readonly<{
  connectMs: number
  statementMs: number
  lockMs: number
  idleInTransactionMs: number
}>

/** A client is waiting, so a refusal is better than a long delay. */
export const servingLimits: TimeLimits = {
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 5_000,
  idleInTransactionMs: 10_000,
}

/** The command line would rather wait for a long import than give up. */
export const commandLimits: TimeLimits = { ...servingLimits, lockMs: 60_000 }

/** Building an index takes as long as it takes; waiting for its lock must end some time. */
export const owningLimits: TimeLimits = {
  connectMs: 10_000,
  statementMs: 0,
  lockMs: 60_000,
  idleInTransactionMs: 60_000,
}

/**
 * The time zone makes timestamps inside JSON independent of the server's. The statements are short,
 * and compiling one takes longer than it could save; the planner compiles by estimated cost, and
 * estimates are too high for lists that end after a page.
 */
const sessionSettings = '-c TimeZone=UTC -c jit=off'

/**
 * Each statement is planned once. A plan that was made while the tables were small would scan them for
 * each id that is looked up, also after an import has made them large; the database plans again only
 * once it has analysed them.
 */
const writingSettings = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off'

/** How long the server may take to report that its own limit was exceeded. */
const silenceMs = 1_000

export type PoolOptions = Readonly<{
  url: string
  /** Shown in pg_stat_activity, so that an operator can see who holds a lock. */
  applicationName: string
  connectionsMax: number
  limits: TimeLimits
  /** Whether it is for the write path, where each statement is planned once for a connection. */
  isForWriting?: boolean
  /** Called when an idle connection is lost. The pool opens another when needed. */
  onLost?: (error: Error) => void
  /** Called with every opened socket, so that all can be cut. */
  sockets?: Set<Socket> | undefined
}>

/** A pool that survives the loss of any of its connections. Close it with `end`. */
export function openPool(options: PoolOptions): Pool {
  const { url, applicationName, connectionsMax, limits, isForWriting = false } = options
  const { onLost, sockets } = options
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    options: `${sessionSettings}${isForWriting ? ` ${writingSettings}` : ''}`,
    // Statements are sent without waiting for the answers to those before.
    pipeline: true,
    max: connectionsMax,
    connectionTimeoutMillis: limits.connectMs,
    // Peaks recur, and closing connections in between would cost more.
    idleTimeoutMillis: 0,
    statement_timeout: limits.statementMs,
    // For a server that no longer enforces its own limit because it hangs or is unreachable.
    ...(limits.statementMs > 0 && { query_timeout: limits.statementMs + silenceMs }),
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    keepAlive: true,
    types: typeParsers,
    stream: () => openSocket(sockets),
  })
  pool.on('error', (error) => onLost?.(error))
  // The pool removes its own error listener from a client in use, and an unhandled error ends the
  // process. The client's next query fails with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Typed queries on a pool. It lives as long as its pool.
 *
 * @param preparesAll for a pool that is for writing
 */
export function openDb(pool: Pool, { preparesAll = false } = {}): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool, preparesAll) }) })
}

function openSocket(sockets: Set<Socket> | undefined): Socket {
  const socket = new CorkedSocket()
  sockets?.add(socket)
  return socket.once('close', () => sockets?.delete(socket))
}
