import { randomBytes } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { EventDraft } from '../domain/event.ts'
import { canonicalEvent, saltedHash } from '../formats/event.ts'
import type { Db } from './db.ts'
import { insertRows } from './rows.ts'

export interface NumberedDraft extends EventDraft {
  readonly seq: number
}

/** A draft with each of its words beside a salt, and the hash of both by its field. */
export interface SealedDraft extends Omit<NumberedDraft, 'words'> {
  readonly words: readonly SaltedWord[]
  readonly texts: Readonly<Record<string, string>>
}

interface SaltedWord {
  readonly seq: number
  readonly field: string
  readonly body: string
  readonly salt: Buffer
}

const saltBytes = 16

export function sealDrafts(drafts: readonly NumberedDraft[]): readonly SealedDraft[] {
  const salts = randomBytes(drafts.reduce((sum, { words }) => sum + words.size, 0) * saltBytes)
  let used = 0
  return drafts.map(({ words, ...draft }) => {
    const salted = [...words].map(([field, body]) => {
      const salt = salts.subarray(used, (used += saltBytes))
      return { seq: draft.seq, field, body, salt }
    })
    const texts = salted.map(({ field, salt, body }) => [field, saltedHash(salt, body)])
    return { ...draft, words: salted, texts: Object.fromEntries(texts) }
  })
}

/** Keeps the words of events that are appended before the transaction ends. */
export async function insertWords(tx: Db, drafts: readonly SealedDraft[]): Promise<void> {
  await insertRows(
    tx,
    'words',
    drafts.flatMap(({ words }) => words),
  )
}

/** Appends the events of one transaction; returns the last. */
export async function appendEvents(
  tx: Db,
  {
    actor,
    at,
    exempt,
    drafts,
  }: { actor: Actor; at: Date; exempt: boolean; drafts: readonly SealedDraft[] },
): Promise<AppendedEvent | undefined> {
  const batch = drafts.at(-1)?.seq
  if (batch === undefined) return undefined
  const events = drafts.map(({ seq, kind, object, facts, texts }) => ({
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
      texts,
      ...(exempt && { secondPerson: 'exempt' as const }),
    }),
  }))
  await insertRows(tx, 'event', events)
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
