import type { Actor } from '../domain/actor.ts'
import type { Db } from './database/db.ts'

export type AuditKind =
  | 'key.created'
  | 'key.revoked'
  | 'object.redacted'
  | 'clock.accepted'
  | 'words.erased'

/**
 * Records, in the same transaction, what somebody did to a key, whose words they removed, which
 * clock they confirmed, or that they erased. Never contains secrets or words.
 */
export async function insertAudit(
  tx: Db,
  { actor, kind, body }: { actor: Actor; kind: AuditKind; body: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ actor: JSON.stringify(actor), kind, body: JSON.stringify(body) })
    .execute()
}
