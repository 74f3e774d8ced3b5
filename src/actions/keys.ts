import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import { insertApiKey, keepBootstrapKey, useApiKey } from '../store/api-keys.ts'
import type { Db } from '../store/db.ts'

/** Whose key it is; undefined when it is unknown, expired or revoked. */
export async function authenticate(db: Db, key: string): Promise<Actor | undefined> {
  const found = await useApiKey(db, hashOf(key))
  return found && { role: found.scope, id: found.id }
}

/**
 * Sets the admin key for machines and tests as the environment has it now: another one of an earlier
 * start is revoked, and so is the last one once there is none.
 */
export async function setBootstrapKey(db: Db, key: string | undefined): Promise<void> {
  const hash = key === undefined ? undefined : hashOf(key)
  const isInForce = await keepBootstrapKey(db, hash)
  if (hash === undefined || key === undefined || isInForce) return
  await insertApiKey(db, {
    id: randomUUIDv7(),
    name: 'bootstrap',
    prefix: key.slice(0, 4),
    hash,
    scope: 'admin',
    isBootstrap: true,
  })
}

/** Keys are random enough that a plain hash cannot be reversed. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest()
}
