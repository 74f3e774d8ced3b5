import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type KyselyPlugin,
  type QueryId,
  type QueryResult,
} from 'kysely'
import type { Db } from '../../src/store/database/db.ts'
import type { DB } from '../../src/store/database/tables.ts'

/** A statement that code would have sent, with the stack of the sender. */
export interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
  readonly stack: string
}

/** A database that executes nothing: it reports what it is sent, and answers as instructed. */
export function describingDb(answer: (sent: Sent) => readonly unknown[]): Db {
  const stacks = new WeakMap<QueryId, string>()
  // The only hook that runs before the sender of the statement waits for its answer.
  const noteStack: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      stacks.set(queryId, stackOf())
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      if (isOfTransaction.test(query.sql)) return { rows: [] }
      const stack = stacks.get(query.queryId) ?? ''
      const rows = answer({ text: query.sql, values: query.parameters, stack })
      // Rows are made from the type given by the sender.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { rows: rows as R[], numAffectedRows: BigInt(rows.length) }
    },
    streamQuery: () => {
      throw new Error('Nothing here streams.')
    },
  }
  return new Kysely<DB>({
    plugins: [noteStack],
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: async () => {},
        commitTransaction: async () => {},
        rollbackTransaction: async () => {},
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  })
}

/** What begins and ends a transaction names nothing in the schema. */
const isOfTransaction = /^(?:start transaction .*|commit|rollback)$/

function stackOf(): string {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 40
  const { stack = '' } = new Error('sent')
  Error.stackTraceLimit = stackTraceLimit
  return stack
}
