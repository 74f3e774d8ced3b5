import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { keyFrom, prefixOf, type NewKey } from '../domain/api-key.ts'
import { DomainError } from '../domain/errors.ts'
import { insertApiKey, type ApiKey } from '../store/api-keys.ts'
import { insertAudit } from '../store/audit.ts'
import type { Deps } from './record/deps.ts'
import { hashOf } from './keys.ts'
import { requireScope } from './write-object.ts'
import { writeRecord } from './record/write-record.ts'
import { keyRetries, requireKey, type KeyWrite } from './key-write.ts'

/** A new key. Its secret is returned only once: a retry is answered without it. */
export interface CreatedKey {
  readonly key: ApiKey
  readonly secret: string | null
}

/** @throws {DomainError} `forbidden`; `invalid` if it would already have expired */
export async function createKey(
  deps: Deps,
  input: KeyWrite & { readonly key: NewKey },
): Promise<CreatedKey> {
  const { actor, idempotent, isPreview = false, key } = input
  requireScope(actor, 'admin')
  const secret = keyFrom(randomBytes(32))
  const id = randomUUIDv7()
  const created = await writeRecord(deps, {
    actor,
    isPreview,
    work: async ({ tx, at }) => {
      const { name, scope } = key
      const expiresAt = key.expiresAt === null ? null : new Date(key.expiresAt)
      requireFuture(expiresAt, at)
      const made = { id, name, scope, expiresAt, prefix: prefixOf(secret), isBootstrap: false }
      await insertApiKey(tx, { ...made, hash: hashOf(secret) })
      if (!isPreview) await insertAudit(tx, { actor, kind: 'key.created', body: made })
    },
    answer: (_, tx) => requireKey(tx, id),
    idempotent,
    retries: keyRetries,
  })
  return { key: created, secret: created.id === id && !isPreview ? secret : null }
}

function requireFuture(expiresAt: Date | null, now: Date): void {
  if (expiresAt === null || expiresAt > now) return
  const message = 'It is in the past; send a future time, or null.'
  throw new DomainError('invalid', message, [
    { pointer: '/expiresAt', code: 'in-the-past', message },
  ])
}
