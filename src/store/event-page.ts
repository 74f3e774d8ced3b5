import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import { nouns, type Noun } from '../domain/nouns.ts'
import type { Status } from '../domain/status.ts'
import type { Db } from './database/db.ts'

/** An event, and the last one of the write that it belongs to. */
export interface EventRow {
  readonly seq: number
  readonly batch: number
  readonly body: string
}

export async function findEvent(db: Db, seq: number): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select seq, batch, body from event where seq = ${seq}::bigint
  `.execute(db)
  return rows[0]
}

/** The events of an object, newest first. */
export async function listEventsOf(
  db: Db,
  object: string,
  { limit }: { readonly limit: number },
): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select seq, batch, body from event where object = ${object}::uuid order by seq desc limit ${limit}
  `.execute(db)
  return rows
}

/** A claim whose status a write changed; null is that of an entry error. */
export interface StatusMoveRow {
  readonly claim: ClaimId
  readonly from: Status | null
  readonly to: Status | null
  /** Whether it had a status before. */
  readonly isNew: boolean
}

/** Only so many of a write are looked at. */
const lookedAtMax = 500

/** The claims whose status a write changed, and those that got their first one, at most `limit`. */
export async function listStatusMoves(
  db: Db,
  batch: number,
  { limit }: { readonly limit: number },
): Promise<readonly StatusMoveRow[]> {
  const { rows } = await sql<StatusMoveRow>`
    select moved.claim_id as claim, before.status as "from", moved.status as "to",
      before.seq is null as "isNew"
    from (
      select claim_id, seq, status from status_history where seq = ${batch}::bigint
      order by claim_id limit ${sql.lit(lookedAtMax)}
    ) as moved
    left join lateral (
      select seq, status from status_history as earlier
      where earlier.claim_id = moved.claim_id and earlier.seq < moved.seq
      order by earlier.seq desc limit 1
    ) as before on true
    where before.seq is null or before.status is distinct from moved.status
    order by before.seq is null, moved.claim_id
    limit ${limit}
  `.execute(db)
  return rows
}

/** What some ids are of; those of nothing on record are left out. */
export async function findNouns(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Noun>> {
  if (ids.length === 0) return new Map()
  const found = nouns.map(
    (noun) =>
      sql`select id, ${noun}::text as noun from ${sql.table(noun)} where id = any(${ids}::uuid[])`,
  )
  const { rows } = await sql<{
    id: string
    noun: Noun
  }>`${sql.join(found, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ id, noun }) => [id, noun]))
}
