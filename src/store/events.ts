import { randomBytes } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { EventDraft } from '../domain/event.ts'
import { canonicalEvent, saltedHash } from '../formats/event.ts'
import type { Db } from './db.ts'
import { insertRows } from './rows.ts'

export interface NumberedDraft extends EventDraft {
  readonly seq: number
}

/** Appends the events of one transaction, each with its words beside their salts; returns the last. */
export async function appendEvents(
  tx: Db,
  {
    actor,
    at,
    exempt,
    drafts,
  }: { actor: Actor; at: Date; exempt: boolean; drafts: readonly NumberedDraft[] },
): Promise<AppendedEvent | undefined> {
  const batch = drafts.at(-1)?.seq
  if (batch === undefined) return undefined
  const words = salted(drafts)
  const texts = Map.groupBy(words, ({ seq }) => seq)

  const events = drafts.map(({ seq, kind, object, facts }) => ({
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
      texts: Object.fromEntries(
        (texts.get(seq) ?? []).map(({ field, salt, body }) => [field, saltedHash(salt, body)]),
      ),
      ...(exempt && { secondPerson: 'exempt' as const }),
    }),
  }))
  await insertRows(tx, 'event', events)
  await insertRows(tx, 'words', words)
  return events.at(-1)
}

/** What tells an event from any other: its time, its ids and its salts make its bytes its own. */
export interface AppendedEvent {
  readonly seq: number
  readonly body: string
}

/** Whether that very event is there, and with it all of its transaction. */
export async function isAppended(db: Db, { seq, body }: AppendedEvent): Promise<boolean> {
  const found = await db
    .selectFrom('event')
    .select('seq')
    .where('seq', '=', seq)
    .where('body', '=', body)
    .executeTakeFirst()
  return found !== undefined
}

const saltBytes = 16

/** The words of some events, each with a salt of its own. */
function salted(drafts: readonly NumberedDraft[]) {
  const words = drafts.flatMap(({ seq, words }) =>
    [...words].map(([field, body]) => ({ seq, field, body })),
  )
  const salts = randomBytes(words.length * saltBytes)
  return words.map((word, index) => {
    const salt = salts.subarray(index * saltBytes, (index + 1) * saltBytes)
    return { ...word, salt }
  })
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
