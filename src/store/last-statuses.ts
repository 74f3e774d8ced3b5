import { sql } from 'kysely'
import type { EarlierVersion, LastStatus } from '../domain/badges.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ItemId } from '../engine/record/record.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import type { Recalled } from './last-status.ts'

/** The claims for whose last status any of these items or nodes was read, each with what was. */
export async function listReaders(
  tx: Db,
  items: readonly ItemId[],
): Promise<readonly { readonly claim: ClaimId; readonly item: ItemId }[]> {
  if (items.length === 0) return []
  const { rows } = await sql<{ claim: ClaimId; item: ItemId }>`
    select claim_id as claim, item from last_status_read where item = any(${hiddenIds(items)})
  `.execute(tx)
  return rows
}

/** The stored last statuses of some claims; absent for those that have none to remember. */
export async function loadLastStatuses(
  tx: Db,
  claims: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, LastStatus>> {
  const { rows } = await sql<LastStatus & { claim: ClaimId }>`
    select claim_id as claim, status, answered_by as by from last_status
    where claim_id = any(${hiddenIds(claims)})
  `.execute(tx)
  return new Map(rows.map(({ claim, ...last }) => [claim, last]))
}

/** Every claim about which something is stored, or that a correction in force names. */
export async function listReplaced(db: Db): Promise<ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`
    select distinct claim_id as id from last_status_read
    union select claim_id from last_status
    union
    select to_claim from link
    where relation = 'supersedes' and not is_void and ended_at is null and to_claim is not null
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The stored badges of all claims that replace others, or say so. */
export async function loadEarlierVersions(
  db: Db,
): Promise<ReadonlyMap<ClaimId, EarlierVersion | null>> {
  const { rows } = await sql<{ id: ClaimId; version: EarlierVersion | null }>`
    select claim.id, nullif(claim.badges -> 'earlierVersion', 'null') as version from claim
    where claim.voided_at is null and (
      jsonb_typeof(claim.badges -> 'earlierVersion') = 'object' or exists (
        select from link where link.from_claim = claim.id and link.relation = 'supersedes'
      )
    )
  `.execute(db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Stores last statuses, and what was read for them. */
export async function writeLastStatuses(tx: Db, recalled: readonly Recalled[]): Promise<void> {
  if (recalled.length === 0) return
  const claims = recalled.map(({ claim }) => claim)
  const remembered = recalled.flatMap(({ claim, last }) =>
    last ? [{ claim_id: claim, status: last.status, answered_by: last.by }] : [],
  )
  const statuses = sql`
    with now as materialized (
      select claim_id, status, answered_by
      from json_populate_recordset(null::last_status, ${JSON.stringify(remembered)}::json)
    ),
    gone as (
      delete from last_status
      where claim_id = any(${hiddenIds(claims)})
        and not exists (select from now where now.claim_id = last_status.claim_id)
    )
    insert into last_status (claim_id, status, answered_by)
    select claim_id, status, answered_by from now
    on conflict (claim_id) do update
    set status = excluded.status, answered_by = excluded.answered_by
    where (last_status.status, last_status.answered_by)
      is distinct from (excluded.status, excluded.answered_by)
  `.execute(tx)

  const read = recalled.flatMap(({ claim, read }) => [...read].map((item) => ({ claim, item })))
  const reads = sql`
    with now as materialized (
      select item, claim_id from unnest(
        ${hiddenIds(read.map(({ item }) => item))}, ${hiddenIds(read.map(({ claim }) => claim))}
      ) as read (item, claim_id)
    ),
    gone as (
      delete from last_status_read
      where claim_id = any(${hiddenIds(claims)}) and not exists (
        select from now
        where now.item = last_status_read.item and now.claim_id = last_status_read.claim_id
      )
    )
    insert into last_status_read (item, claim_id) select item, claim_id from now
    on conflict do nothing
  `.execute(tx)
  await Promise.all([statuses, reads])
}

const batchSize = 500

/**
 * Some corrections in force about whose targets nothing was computed, because they were entered before
 * it was stored, or by a version that does not store it.
 */
export async function listUnrecalled(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from link
    where relation = 'supersedes' and not is_void and ended_at is null and not exists (
      select from last_status_read where last_status_read.claim_id = link.to_claim
    )
    order by id limit ${batchSize}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Forgets all last statuses, before all are computed again. */
export async function forgetLastStatuses(tx: Db): Promise<void> {
  await sql`delete from last_status_read`.execute(tx)
  await sql`delete from last_status`.execute(tx)
}
