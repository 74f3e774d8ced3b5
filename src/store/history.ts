import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Label, Status } from '../domain/status.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'

/** A status of a claim, and the event since when. */
export interface HistoryRow {
  readonly seq: number
  readonly at: Date
  readonly label: Label | null
  readonly status: Status | null
  readonly cites: readonly ClaimId[]
  readonly rulesVersion: number
  /** The time of the event that changed it. */
  /**
   * If the transaction had several events, the last one of the claim itself, or of a link that
   * affects it.
   */
  readonly cause: string
}

/** Every status of a claim, newest first. */
export async function listHistory(
  db: Db,
  claim: ClaimId,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`${plannedOnce}
    select history.seq, history.at, history.label, history.status, history.cites,
      history.rules_version as "rulesVersion",
      case when ${isBatch} then coalesce(${ownCause}, event.body) else event.body end as cause
    from status_history as history join event on event.seq = history.seq
    where history.claim_id = ${claim}::uuid
      ${before === undefined ? sql`` : sql`and history.seq < ${before}`}
    order by history.seq desc
    limit ${limit}
  `.execute(db)
  return rows
}

/** Whether the transaction that changed the status had several events. */
const isBatch = sql`exists (
  select from event as earlier
  where earlier.seq = history.seq - 1 and earlier.batch = history.seq
)`

/** null if the cause is further away: then it is the transaction as a whole. */
const ownCause = sql`(
  select own.body from event as own
  where own.batch = history.seq and own.object = any(array(
    select history.claim_id
    union all
    select id from link
    where to_claim = history.claim_id
      and relation in ('rebuts', 'undercuts', 'restates', 'concedes', 'supersedes')
    union all
    select id from link
    where from_claim = history.claim_id and relation in ('rebuts', 'relies_on', 'restates')
  ))
  order by own.seq desc
  limit 1
)`

/** A change to the transcription of a claim, and the version it created. */
export interface AmendmentRow {
  readonly version: number
  readonly seq: number
  readonly at: Date
  readonly event: string
}

/** The latest amendments of a claim, newest first. Every event of a claim creates a version. */
export async function listAmendments(
  db: Db,
  claim: ClaimId,
  { limit }: { limit: number },
): Promise<AmendmentRow[]> {
  const { rows } = await sql<AmendmentRow>`${plannedOnce}
    select version, seq, at, body as event
    from (
      select seq, kind, at, body, row_number() over (order by seq)::integer as version
      from event where object = ${claim}::uuid
    ) as made
    where kind = 'claim.amended'
    order by seq desc
    limit ${limit}
  `.execute(db)
  return rows
}

/**
 * The status of a claim, null while it was voided, and since when this status, its label and its
 * cites applied.
 */
export interface PastStatus {
  readonly status: Status | null
  readonly at: Date
}

/**
 * The status of a claim at some time; its first one, with `isLater`, if it was not on record yet.
 */
export async function findStatusAt(
  db: Db,
  claim: ClaimId,
  time: Date,
): Promise<(PastStatus & { readonly isLater: boolean }) | undefined> {
  const { rows } = await sql<PastStatus & { isLater: boolean }>`${plannedOnce}
    (
      select status, at, false as "isLater" from status_history
      where claim_id = ${claim}::uuid and at <= ${time}
      order by seq desc limit 1
    )
    union all (
      select status, at, true from status_history
      where claim_id = ${claim}::uuid order by seq limit 1
    )
    order by "isLater" limit 1
  `.execute(db)
  return rows[0]
}

/** Each status that a claim has had, and since when it last applied; newest first. */
export async function listLastStatuses(db: Db, claim: ClaimId): Promise<readonly PastStatus[]> {
  const { rows } = await sql<PastStatus>`${plannedOnce}
    select status, at from (
      select distinct on (status) status, at, seq from status_history
      where claim_id = ${claim}::uuid
      order by status, seq desc
    ) as last
    order by seq desc
  `.execute(db)
  return rows
}
