import type { Kysely, Transaction } from 'kysely'
import type { DB } from './tables.ts'

/** A connection or a transaction; query functions take either and never open one. */
export type Db = Kysely<DB>

/** For the few functions that are only right inside a transaction. */
export type Tx = Transaction<DB>
