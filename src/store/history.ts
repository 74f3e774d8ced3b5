import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Label, Status } from '../domain/status.ts'
import type { Db } from './db.ts'

/** A status that a claim had, from an event on. */
export interface HistoryRow {
  readonly seq: number
  readonly at: Date
  readonly label: Label | null
  readonly status: Status | null
  readonly cites: readonly ClaimId[]
  readonly rulesVersion: number
  /** Of the event whose transaction changed it. */
  readonly cause: string
}

/** Every status a claim had, the newest first. */
export async function listHistory(
  db: Db,
  claim: ClaimId,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select history.seq, history.at, history.label, history.status, history.cites,
      history.rules_version as "rulesVersion", event.body as cause
    from status_history as history join event on event.seq = history.seq
    where history.claim_id = ${claim}::uuid
      ${before === undefined ? sql`` : sql`and history.seq < ${before}`}
    order by history.seq desc
    limit ${limit}
  `.execute(db)
  return rows
}

/** A change of the transcription of a claim, and the version it made. */
export interface AmendmentRow {
  readonly version: number
  readonly seq: number
  readonly at: Date
  readonly event: string
}

/** The last amendments of a claim, the newest first. Every event of a claim makes a version of it. */
export async function listAmendments(
  db: Db,
  claim: ClaimId,
  { limit }: { limit: number },
): Promise<AmendmentRow[]> {
  const { rows } = await sql<AmendmentRow>`
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
