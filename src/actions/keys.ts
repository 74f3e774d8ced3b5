import { createHash, randomUUIDv7 } from 'node:crypto'
import { system, type Actor } from '../domain/actor.ts'
import { prefixOf } from '../domain/api-key.ts'
import { insertApiKey, revokeOtherBootstrapKeys, useApiKey } from '../store/api-keys.ts'
import { insertAudit } from '../store/audit.ts'
import type { Db } from '../store/database/db.ts'

/**
 * The owner of a key; undefined if it is unknown, expired or revoked. Compares hashes, so that
 * timing reveals nothing about a key.
 */
export async function authenticate(db: Db, key: string): Promise<Actor | undefined> {
  const found = await useApiKey(db, hashOf(key))
  return found && { role: found.scope, id: found.id }
}

/**
 * Makes the bootstrap admin key match the environment: a different one from an earlier start is
 * revoked, as is the last one when the variable is removed.
 */
export async function setBootstrapKey(db: Db, key: string | undefined): Promise<void> {
  const hash = key === undefined ? undefined : hashOf(key)
  await db.transaction().execute(async (tx) => {
    for (const revoked of await revokeOtherBootstrapKeys(tx, hash))
      await insertAudit(tx, { actor: system, kind: 'key.revoked', body: revoked })
    if (hash === undefined || key === undefined) return
    const made = {
      id: randomUUIDv7(),
      name: 'bootstrap',
      prefix: prefixOf(key),
      scope: 'admin' as const,
      isBootstrap: true,
      expiresAt: null,
    }
    if (await insertApiKey(tx, { ...made, hash }))
      await insertAudit(tx, { actor: system, kind: 'key.created', body: made })
  })
}

/** Keys are random enough that a plain hash cannot be reversed. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest()
}
