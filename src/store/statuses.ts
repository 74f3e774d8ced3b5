import { sql } from 'kysely'
import type { StoredAccount } from '../domain/account.ts'
import type { StoredBadges } from '../domain/badges.ts'
import type { ClaimId } from '../domain/ids.ts'
import { rulesVersion, type Label, type Status } from '../domain/status.ts'
import { claimRow, type NewClaim } from './claims.ts'
import type { Db } from './database/db.ts'
import { insertRows } from './database/rows.ts'

/** A claim's judgement as stored; undefined for a voided claim. */
export interface StoredJudgement {
  readonly claim: ClaimId
  readonly label: Label | null
  readonly status: Status | null
  readonly cites: readonly ClaimId[]
  readonly account: StoredAccount | null
  readonly badges: StoredBadges | null
}

export async function loadJudgements(
  db: Db,
  claims: readonly ClaimId[],
): Promise<Map<ClaimId, StoredJudgement>> {
  if (claims.length === 0) return new Map()
  const { rows } = await sql<StoredJudgement>`
    select id as claim, label, status, cites, account, badges from claim
    where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map((row) => [row.claim, row]))
}

/** Inserts new claims with their first judgement. */
export async function insertJudged(
  tx: Db,
  {
    seq,
    at,
    claims,
    judgements,
  }: {
    seq: number
    at: Date
    claims: readonly NewClaim[]
    judgements: ReadonlyMap<ClaimId, StoredJudgement>
  },
): Promise<void> {
  await insertRows(
    tx,
    'claim',
    claims.map((entry) => {
      const judgement = judgements.get(entry.id)
      if (!judgement) throw new Error(`The new claim ${entry.id} was not judged.`)
      const { claim: _, cites, ...shown } = judgement
      return {
        ...claimRow(at, entry),
        ...shown,
        cites: [...cites],
        shown_seq: seq,
        changed_at: at,
        status_since: at,
      }
    }),
  )
}

/** Writes the judgements that changed. Only this file writes the columns of a `StoredJudgement`. */
export async function updateJudgements(
  tx: Db,
  { seq, at, judgements }: { seq: number; at: Date; judgements: readonly StoredJudgement[] },
): Promise<void> {
  if (judgements.length === 0) return
  await sql`
    update claim set
      label = now.label,
      status = now.status,
      cites = now.cites,
      account = now.account,
      badges = now.badges,
      shown_seq = ${seq},
      changed_at = case
        when (claim.label, claim.status, claim.cites) is distinct from (now.label, now.status, now.cites)
        then ${at}::timestamptz else claim.changed_at end,
      status_since = case
        when claim.status is distinct from now.status
        then ${at}::timestamptz else claim.status_since end
    from json_to_recordset(${JSON.stringify(judgements)}::json)
      as now (claim uuid, label text, status text, cites uuid[], account jsonb, badges jsonb)
    where claim.id = now.claim
  `.execute(tx)
}

export async function insertHistory(
  tx: Db,
  { seq, at, judgements }: { seq: number; at: Date; judgements: readonly StoredJudgement[] },
): Promise<void> {
  await insertRows(
    tx,
    'status_history',
    judgements.map(({ claim, label, status, cites }) => ({
      claim_id: claim,
      seq,
      at,
      label,
      status,
      cites: [...cites],
      rules_version: rulesVersion,
    })),
  )
}

/**
 * Recounts the distinct claims that undercut, qualify and support some claims, by links that are not
 * voided.
 */
export async function recountOnto(tx: Db, claims: readonly ClaimId[], seq: number): Promise<void> {
  if (claims.length === 0) return
  await sql`
    with counted as (
      select asked.id,
        count(distinct from_claim) filter (where relation = 'undercuts') as undercuts,
        count(distinct from_claim) filter (where relation = 'qualifies') as qualifies,
        count(distinct from_claim) filter (where relation = 'supports') as supports
      from unnest(${claims}::uuid[]) as asked (id)
      left join link on link.to_claim = asked.id and not link.is_void
        and link.relation in ('undercuts', 'qualifies', 'supports')
      group by asked.id
    )
    update claim set
      undercuts = counted.undercuts,
      qualifies = counted.qualifies,
      supports = counted.supports,
      shown_seq = ${seq}
    from counted
    where claim.id = counted.id
      and (claim.undercuts, claim.qualifies, claim.supports)
        is distinct from (counted.undercuts, counted.qualifies, counted.supports)
  `.execute(tx)
}

/**
 * Recounts, for whole restatement groups, the distinct claims that rebuttals in either direction
 * join them to: both ends of each that is not voided, with all their restatements.
 */
export async function recountRebuttals(
  tx: Db,
  groups: readonly (readonly ClaimId[])[],
  seq: number,
): Promise<void> {
  if (groups.length === 0) return
  const members = groups.flatMap((group, place) => group.map((id) => ({ id, place })))
  const { rows } = await sql<{ id: ClaimId; rebuts: number }>`
    with recursive asked as materialized (
      select id, place from unnest(
        ${members.map(({ id }) => id)}::uuid[], ${members.map(({ place }) => place)}::integer[]
      ) as asked (id, place)
    ),
    opposite (place, id) as (
      select asked.place, other.id
      from asked cross join lateral (
        select to_claim as id from link
        where from_claim = asked.id and relation = 'rebuts' and not is_void
        union all
        select from_claim from link
        where to_claim = asked.id and relation = 'rebuts' and not is_void
      ) as other
      union
      select opposite.place, other.id
      from opposite cross join lateral (
        select to_claim as id from link
        where from_claim = opposite.id and relation = 'restates'
          and not is_void and ended_at is null
        union all
        select from_claim from link
        where to_claim = opposite.id and relation = 'restates'
          and not is_void and ended_at is null
      ) as other
    ),
    counted as (
      select place, count(*) as rebuts from opposite
      where not exists (
        select from asked where asked.place = opposite.place and asked.id = opposite.id
      )
      group by place
    )
    select claim.id, coalesce(counted.rebuts, 0) as rebuts
    from asked join claim on claim.id = asked.id
    left join counted on counted.place = asked.place
    where claim.rebuts <> coalesce(counted.rebuts, 0)
  `.execute(tx)
  // New claims are mostly counted when they are entered, and then written once.
  if (rows.length === 0) return
  await sql`
    update claim set rebuts = now.rebuts, shown_seq = ${seq}
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ rebuts }) => rebuts)}::integer[]
    ) as now (id, rebuts)
    where claim.id = now.id
  `.execute(tx)
}

/** Records which of some links a concession has ended. */
export async function updateConceded(
  tx: Db,
  links: readonly { readonly id: string; readonly isConceded: boolean }[],
  seq: number,
): Promise<void> {
  if (links.length === 0) return
  await sql`
    update link set is_conceded = now.is_conceded, shown_seq = ${seq}
    from unnest(
      ${links.map(({ id }) => id)}::uuid[],
      ${links.map(({ isConceded }) => isConceded)}::boolean[]
    ) as now (id, is_conceded)
    where link.id = now.id and link.is_conceded <> now.is_conceded
  `.execute(tx)
}
