import { sql } from 'kysely'
import type { Change } from '../engine/record/record.ts'
import type { Db } from './database/db.ts'
import { forgetLastStatuses } from './last-statuses.ts'
import { spreadVoid } from './links.ts'

/** For work on very many rows at once. */
export async function liftTimeLimits(tx: Db): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
}

/** Deletes the compiled graph and what befell earlier versions, and marks links that depend on voided objects as void again. */
export async function forgetGraph(tx: Db): Promise<void> {
  await liftTimeLimits(tx)
  await sql`delete from dependency`.execute(tx)
  await sql`delete from node`.execute(tx)
  await forgetLastStatuses(tx)
  const { rows } = await sql<{ id: string; seq: number }>`
    select id, shown_seq as seq from claim where voided_at is not null
    union all select id, shown_seq from link where voided_at is not null
  `.execute(tx)
  for (const { id, seq } of rows) await spreadVoid(tx, [id], seq)
}

/**
 * Resets statuses to those last shown according to the history, so that rebuilding adds only
 * statuses that were never shown. Returns how many differed.
 */
export async function recallStatuses(tx: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    with newest as (
      select distinct on (claim_id) claim_id, label, status, cites
      from status_history order by claim_id, seq desc
    )
    update claim set label = newest.label, status = newest.status, cites = newest.cites
    from newest
    where claim.id = newest.claim_id
      and (claim.label, claim.status, claim.cites)
        is distinct from (newest.label, newest.status, newest.cites)
  `.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Every claim and every link, as if all had just been entered. */
export async function listAllChanges(tx: Db): Promise<Change[]> {
  const claims = await sql<{ claim: string; isVoid: boolean }>`
    select id as claim, voided_at is not null as "isVoid" from claim
  `.execute(tx)
  const links = await sql<{ link: string }>`select id as link from link`.execute(tx)
  return [
    ...claims.rows.map(({ claim, isVoid }): Change => ({
      claim,
      what: isVoid ? 'voided' : 'added',
    })),
    ...links.rows,
  ]
}
