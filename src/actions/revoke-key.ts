import { DomainError } from '../domain/errors.ts'
import { revokeApiKey, type ApiKey } from '../store/api-keys.ts'
import { insertAudit } from '../store/audit.ts'
import type { Deps } from './record/deps.ts'
import { keyRetries, requireKey, type KeyWrite } from './key-write.ts'
import { requireScope } from './write-object.ts'
import { writeRecord } from './record/write-record.ts'

/** Revokes a key permanently. @throws {DomainError} `forbidden`, `not-found`, `conflict` */
export async function revokeKey(
  deps: Deps,
  input: KeyWrite & { readonly id: string },
): Promise<ApiKey> {
  const { actor, idempotent, isPreview = false, id } = input
  requireScope(actor, 'admin')
  return writeRecord(deps, {
    actor,
    isPreview,
    work: async ({ tx }) => {
      const { prefix, name, scope } = await requireKey(tx, id)
      if (!(await revokeApiKey(tx, id)))
        throw new DomainError('conflict', 'This key is already revoked.')
      const body = { id, prefix, name, scope }
      if (!isPreview) await insertAudit(tx, { actor, kind: 'key.revoked', body })
    },
    answer: (_, tx) => requireKey(tx, id),
    idempotent,
    retries: keyRetries,
  })
}
