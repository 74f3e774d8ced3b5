import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { found } from '../domain/errors.ts'
import { id } from '../domain/references.ts'
import { findApiKey, type ApiKey } from '../store/api-keys.ts'
import type { Db } from '../store/database/db.ts'
import { retries, type Idempotent } from './record/idempotent.ts'

/** Who writes a key, and whether the write may be retried or is only previewed. */
export interface KeyWrite {
  readonly actor: Actor
  readonly idempotent?: Idempotent | undefined
  readonly isPreview?: boolean | undefined
}

/** Stores which key it was; a retry shows the key as it is now. */
export const keyRetries = retries({
  schema: z.object({ id }),
  keep: (key: ApiKey) => ({ id: key.id }),
  again: ({ id }, tx) => requireKey(tx, id),
})

/** @throws {DomainError} `not-found` */
export async function requireKey(db: Db, id: string): Promise<ApiKey> {
  return found(await findApiKey(db, id))
}
