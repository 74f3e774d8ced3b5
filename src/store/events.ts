import { randomBytes } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { EventDraft } from '../domain/event.ts'
import { canonicalEvent, saltedHash } from '../formats/event.ts'
import type { Db } from './db.ts'
import { insertRows } from './rows.ts'

export interface NumberedDraft extends EventDraft {
  readonly seq: number
}

/** Appends the events of one transaction, each with its words beside their salts. */
export async function appendEvents(
  tx: Db,
  {
    actor,
    at,
    exempt,
    drafts,
  }: { actor: Actor; at: Date; exempt: boolean; drafts: readonly NumberedDraft[] },
): Promise<void> {
  const batch = drafts.at(-1)?.seq
  if (batch === undefined) return
  const words = drafts.flatMap(({ seq, words }) =>
    [...words].map(([field, body]) => ({ seq, field, salt: randomBytes(16), body })),
  )
  const texts = new Map<number, Record<string, string>>()
  for (const { seq, field, salt, body } of words)
    texts.set(seq, { ...texts.get(seq), [field]: saltedHash(salt, body) })

  await insertRows(
    tx,
    'event',
    drafts.map(({ seq, kind, object, facts }) => ({
      seq,
      batch,
      at,
      kind,
      object,
      body: canonicalEvent({
        seq,
        kind,
        object,
        at: at.toISOString(),
        actor,
        facts,
        texts: texts.get(seq) ?? {},
        ...(exempt && { secondPerson: 'exempt' as const }),
      }),
    })),
  )
  await insertRows(tx, 'words', words)
}

/** The canonical bodies of the events after `after`, oldest first. */
export async function listEvents(db: Db, { after, limit }: { after: number; limit: number }) {
  return db
    .selectFrom('event')
    .select(['seq', 'body'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
