import type { Kysely } from 'kysely'
import type { DB } from './tables.ts'

/** A connection or a transaction. Query functions take either, and never open one. */
export type Db = Kysely<DB>
