import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Actor, Scope } from '../../src/domain/actor.ts'
import { insertApiKey } from '../../src/store/api-keys.ts'
import type { Db } from '../../src/store/database/db.ts'

/** An actor with a new key of that scope. */
export async function anActor(db: Db, scope: Scope): Promise<Actor & { id: string }> {
  const id = randomUUIDv7()
  const hash = randomBytes(32)
  await insertApiKey(db, {
    id,
    name: `a ${scope}`,
    prefix: 'test',
    hash,
    scope,
    isBootstrap: false,
    expiresAt: null,
  })
  return { role: scope, id }
}
