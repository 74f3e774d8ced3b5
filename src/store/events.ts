import { randomBytes } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import { factsVersion, type EventDraft } from '../domain/event.ts'
import { canonicalEvent, saltedHash } from '../formats/event.ts'
import type { Db } from './database/db.ts'
import { insertRows } from './database/rows.ts'

/** A draft with its number; each of its words has a salt, and its hash under its field. */
export interface SealedDraft extends Omit<EventDraft, 'words'> {
  readonly seq: number
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
/** Generating salts together costs a tenth of generating them one by one. */
const saltsAtOnce = 256

/** Seals the drafts of one write, with a separate salt for each word. */
export function sealing(): (draft: EventDraft, seq: number) => SealedDraft {
  let salts = Buffer.alloc(0)
  const nextSalt = () => {
    if (salts.length === 0) salts = randomBytes(saltsAtOnce * saltBytes)
    const salt = salts.subarray(0, saltBytes)
    salts = salts.subarray(saltBytes)
    return salt
  }
  return ({ words, ...draft }, seq) => {
    const salted = [...words].map(([field, body]) => ({ seq, field, body, salt: nextSalt() }))
    const texts = salted.map(({ field, salt, body }) => [field, saltedHash(salt, body)])
    return { ...draft, seq, words: salted, texts: Object.fromEntries(texts) }
  }
}

/** Stores the words of events that are appended later in the transaction. */
export async function insertWords(tx: Db, drafts: readonly SealedDraft[]): Promise<void> {
  await insertRows(
    tx,
    'words',
    drafts.flatMap(({ words }) => words),
  )
}

/** The events of one write, to be appended. */
export interface Batched {
  readonly actor: Actor
  readonly at: Date
  /** Events made by an exempt actor without a second person. */
  readonly exempt: ReadonlySet<number> | 'all'
  readonly drafts: readonly SealedDraft[]
}

/** Appends the events of some writes, in their order; returns the last of each. */
export async function appendEvents(
  tx: Db,
  writes: readonly Batched[],
): Promise<readonly (AppendedEvent | undefined)[]> {
  const events = writes.map(eventsOf)
  await insertRows(tx, 'event', events.flat())
  return events.map((each) => each.at(-1))
}

function eventsOf({ actor, at, exempt, drafts }: Batched) {
  const batch = drafts.at(-1)?.seq ?? 0
  return drafts.map(({ seq, kind, object, facts, texts }) => ({
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
      factsVersion,
      facts,
      texts,
      ...((exempt === 'all' || exempt.has(seq)) && { secondPerson: 'exempt' as const }),
    }),
  }))
}

/** What distinguishes events: time, ids and salts make the bytes of each unique. */
export interface AppendedEvent {
  readonly seq: number
  readonly body: string
}

/** Whether exactly this event exists, and thus its whole transaction. */
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
