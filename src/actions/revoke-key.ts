import type { Actor } from '../domain/actor.ts'
import { DomainError, notFound } from '../domain/errors.ts'
import { findApiKey, revokeApiKey, type ApiKey } from '../store/api-keys.ts'
import { insertAudit } from '../store/audit.ts'
import type { Deps } from './record/deps.ts'
import { requireScope } from './write-object.ts'
import { writeRecord } from './record/write-record.ts'
import { keepsId, type Idempotent } from './record/idempotent.ts'

/** Takes a key out of force, for ever. @throws {DomainError} `forbidden`, `not-found`, `conflict` */
export async function revokeKey(
  deps: Deps,
  input: { readonly actor: Actor; readonly idempotent?: Idempotent | undefined; id: string },
): Promise<ApiKey> {
  const { actor, idempotent, id } = input
  requireScope(actor, 'admin')
  await writeRecord(deps, {
    actor,
    work: async ({ tx }) => {
      const key = await findApiKey(tx, id)
      if (!key) throw notFound()
      if (!(await revokeApiKey(tx, id)))
        throw new DomainError('conflict', 'This key is revoked already.')
      const { prefix, name, scope } = key
      await insertAudit(tx, { actor, kind: 'key.revoked', body: { id, prefix, name, scope } })
    },
    answer: () => id,
    idempotent,
    retries: keepsId,
  })
  const revoked = await findApiKey(deps.db, id)
  if (!revoked) throw notFound()
  return revoked
}
