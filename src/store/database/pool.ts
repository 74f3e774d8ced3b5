import { Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import { defaults, Pool } from 'pg'
import type { Db } from './db.ts'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

// Else dates travel in the zone of the process, whose offset from UTC was not always whole minutes.
defaults.parseInputDatesAsUTC = true

/** How long the server and the pool put up with what takes too long; 0 is for ever. */
export type TimeLimits = Readonly<{
  connectMs: number
  statementMs: number
  lockMs: number
  idleInTransactionMs: number
}>

/** Somebody waits for the answer, so he is refused in words rather than kept waiting. */
export const servingLimits: TimeLimits = {
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 5_000,
  idleInTransactionMs: 10_000,
}

/** The command line would rather wait for a long import than give up. */
export const commandLimits: TimeLimits = { ...servingLimits, lockMs: 60_000 }

/** Building an index takes what it takes; waiting for the lock to do it must end some day. */
export const owningLimits: TimeLimits = {
  connectMs: 10_000,
  statementMs: 0,
  lockMs: 60_000,
  idleInTransactionMs: 60_000,
}

/** How long after its own limit a server may take to say so. */
const silenceMs = 1_000

export type PoolOptions = Readonly<{
  url: string
  /** Shown in pg_stat_activity, so that an operator sees who holds a lock. */
  applicationName: string
  connectionsMax: number
  limits: TimeLimits
  /** Told when an idle connection is lost. The pool opens another when it needs one. */
  onLost?: (error: Error) => void
  /** Gets every socket that is opened, for whoever wants to cut them all. */
  sockets?: Set<Socket> | undefined
}>

/** A pool that survives the loss of any of its connections. Close it with `end`. */
export function openPool(options: PoolOptions): Pool {
  const { url, applicationName, connectionsMax, limits, onLost, sockets } = options
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    // What comes back as text within JSON is read as it is, whatever zone the server is set to.
    options: '-c TimeZone=UTC',
    max: connectionsMax,
    connectionTimeoutMillis: limits.connectMs,
    // A peak comes again, and closing connections in between would cost more.
    idleTimeoutMillis: 0,
    statement_timeout: limits.statementMs,
    // For a server that no longer keeps its own limit: it stands still, or the way to it is cut.
    ...(limits.statementMs > 0 && { query_timeout: limits.statementMs + silenceMs }),
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    keepAlive: true,
    types: typeParsers,
    ...(sockets && { stream: () => openSocket(sockets) }),
  })
  pool.on('error', (error) => onLost?.(error))
  // The pool takes its own listener off a client that is checked out, and an error that nobody
  // listens to ends the process. The next query on the client fails with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Queries in the types of our tables. It lives as long as its pool. */
export function openDb(pool: Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}

function openSocket(sockets: Set<Socket>): Socket {
  const socket = new Socket()
  sockets.add(socket)
  return socket.once('close', () => sockets.delete(socket))
}
