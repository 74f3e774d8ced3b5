import type { Logger } from 'pino'
import type { Db } from '../store/db.ts'

/** What is impure, handed to every action. */
export interface Deps {
  readonly db: Db
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}
