import {
  AbortedTransactionError,
  CompiledQuery,
  DummyDriver,
  PostgresDialect,
  Transaction,
  type ConnectionProvider,
  type DatabaseConnection,
  type QueryExecutor,
  type QueryResult,
} from 'kysely'
import { PlainError } from '../../domain/plain-error.ts'
import type { Db } from './db.ts'
import { isAftermath } from './faults.ts'
import type { DB } from './tables.ts'

/**
 * A transaction whose statements are sent without waiting for the answers to those before, while
 * Kysely's own sends them one at a time. The server runs them in the order in which they are sent,
 * and none after one that failed.
 *
 * BEGIN is sent together with the first statements. In the rare case that it fails, these run outside
 * a transaction, so they must not change anything, like the one that takes the record lock.
 */
export class Pipeline implements ConnectionProvider {
  readonly tx: Db
  readonly #connection: DatabaseConnection
  readonly #unanswered = new Set<Promise<unknown>>()
  #hasBegun = true
  #hasEnded = false
  /** The last error of a statement that did not merely follow another error. */
  #cause: unknown

  /** @param executor that of the database to which the connection belongs */
  constructor(connection: DatabaseConnection, executor: QueryExecutor, begin: string) {
    this.#connection = {
      executeQuery: (query) => this.#watch(connection.executeQuery(query)),
      streamQuery: () => {
        throw new TypeError('Nothing here reads by cursors.')
      },
    }
    void this.#begin(connection.executeQuery(CompiledQuery.raw(begin)))
    const own = executor.withConnectionProvider(this)
    this.tx = new Transaction<DB>({ ...withoutConnections, executor: own })
  }

  async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (this.#hasEnded) throw new PlainError('The transaction has ended.')
    return consumer(this.#connection)
  }

  /**
   * Commits. Statements that are not answered yet must succeed, too.
   *
   * @throws {AbortedTransactionError} if the server rolls back instead
   */
  async commit(): Promise<void> {
    this.#hasEnded = true
    const unanswered = [...this.#unanswered]
    const committed = this.#connection.executeQuery(CompiledQuery.raw('commit'))
    await Promise.all([...unanswered, committed])
    const { rows } = await committed
    if (rows.some(isRollback)) throw new AbortedTransactionError()
  }

  async rollBack(): Promise<void> {
    this.#hasEnded = true
    await this.#connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async #begin(answer: Promise<unknown>): Promise<void> {
    try {
      await answer
    } catch (error) {
      this.#hasBegun = false
      this.#cause = error
    }
  }

  #watch<R>(answer: Promise<QueryResult<R>>): Promise<QueryResult<R>> {
    const watched = this.#explain(answer).finally(() => this.#unanswered.delete(watched))
    this.#unanswered.add(watched)
    return watched
  }

  /** A statement that is refused because an earlier one failed fails with the error of that one. */
  async #explain<R>(answer: Promise<QueryResult<R>>): Promise<QueryResult<R>> {
    try {
      const result = await answer
      if (this.#hasBegun) return result
    } catch (error) {
      if (!isAftermath(error)) this.#cause = error
    }
    throw this.#cause
  }
}

/** What a transaction needs only to open other connections, which it never does. */
const dialect = new PostgresDialect({
  pool: () => {
    throw new TypeError('A transaction has its connection.')
  },
})
const withoutConnections = { config: { dialect }, dialect, driver: new DummyDriver() }

/** Kysely's answer to COMMIT names what the server did. */
function isRollback(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'command' in row && row.command === 'ROLLBACK'
}
