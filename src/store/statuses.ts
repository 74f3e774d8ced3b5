import { sql } from 'kysely'
import type { StoredAccount } from '../domain/account.ts'
import { allBadges, type StoredBadges } from '../domain/badges.ts'
import { uncounted, type Counts } from '../domain/counts.ts'
import type { ClaimId } from '../domain/ids.ts'
import { rulesVersion, type Label, type Status } from '../domain/status.ts'
import type { Batches } from '../engine/change/sharing.ts'
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
  return new Map(rows.map((row) => [row.claim, { ...row, badges: allBadges(row.badges) }]))
}

/** Inserts new claims with their first judgement. */
export async function insertJudged(
  tx: Db,
  {
    batches,
    at,
    claims,
    judgements,
    counts,
    leftOpen,
  }: {
    batches: Batches
    at: Date
    claims: readonly NewClaim[]
    judgements: ReadonlyMap<ClaimId, StoredJudgement>
    counts: ReadonlyMap<ClaimId, Counts>
    leftOpen: ReadonlyMap<ClaimId, readonly string[] | null>
  },
): Promise<void> {
  await insertRows(
    tx,
    'claim',
    claims.map((entry) => {
      const judgement = judgements.get(entry.id)
      if (!judgement) throw new Error(`The new claim ${entry.id} was not judged.`)
      const { claim: _, cites, ...shown } = judgement
      const open = leftOpen.get(entry.id) ?? null
      return {
        ...claimRow(at, entry),
        ...shown,
        ...(counts.get(entry.id) ?? uncounted),
        cites: [...cites],
        left_open: open && [...open],
        shown_seq: batches(entry.id).last,
        changed_at: at,
        status_since: at,
      }
    }),
  )
}

/**
 * Writes the judgements that changed, and counts and what is left open where they changed: each claim
 * once. Only this file writes these columns.
 */
export async function updateJudged(
  tx: Db,
  {
    batches,
    at,
    judgements,
    counts,
    leftOpen,
  }: {
    batches: Batches
    at: Date
    judgements: ReadonlyMap<ClaimId, StoredJudgement>
    counts: ReadonlyMap<ClaimId, Counts>
    leftOpen: ReadonlyMap<ClaimId, readonly string[] | null>
  },
): Promise<void> {
  const claims = [...new Set([...judgements.keys(), ...counts.keys(), ...leftOpen.keys()])]
  if (claims.length === 0) return
  const rows = claims.map((claim) => ({
    ...judgements.get(claim),
    ...counts.get(claim),
    left_open: leftOpen.get(claim) ?? null,
    claim,
    is_judged: judgements.has(claim),
    is_counted: counts.has(claim),
    is_read: leftOpen.has(claim),
    seq: batches(claim).last,
  }))
  await sql`
    update claim set
      label = case when is_judged then now.label else claim.label end,
      status = case when is_judged then now.status else claim.status end,
      cites = case when is_judged then now.cites else claim.cites end,
      account = case when is_judged then now.account else claim.account end,
      badges = case when is_judged then now.badges else claim.badges end,
      changed_at = case
        when is_judged and (claim.label, claim.status, claim.cites)
          is distinct from (now.label, now.status, now.cites)
        then ${at}::timestamptz else claim.changed_at end,
      status_since = case
        when is_judged and claim.status is distinct from now.status
        then ${at}::timestamptz else claim.status_since end,
      rebuts = coalesce(now.rebuts, claim.rebuts),
      undercuts = coalesce(now.undercuts, claim.undercuts),
      qualifies = coalesce(now.qualifies, claim.qualifies),
      supports = coalesce(now.supports, claim.supports),
      answers = coalesce(now.answers, claim.answers),
      left_open = case when is_read then now.left_open else claim.left_open end,
      shown_seq = now.seq
    from json_to_recordset(${JSON.stringify(rows)}::json) as now (
      claim uuid, is_judged boolean, label text, status text, cites uuid[], account jsonb,
      badges jsonb, is_counted boolean, rebuts integer, undercuts integer, qualifies integer,
      supports integer, answers integer, is_read boolean, left_open text[], seq bigint
    )
    where claim.id = now.claim and (
      is_judged
      or is_counted and
        (claim.rebuts, claim.undercuts, claim.qualifies, claim.supports, claim.answers)
        is distinct from (now.rebuts, now.undercuts, now.qualifies, now.supports, now.answers)
      or is_read and claim.left_open is distinct from now.left_open
    )
  `.execute(tx)
}

export async function insertHistory(
  tx: Db,
  {
    batches,
    at,
    judgements,
  }: { batches: Batches; at: Date; judgements: readonly StoredJudgement[] },
): Promise<void> {
  await insertRows(
    tx,
    'status_history',
    judgements.map(({ claim, label, status, cites }) => ({
      claim_id: claim,
      seq: batches(claim).last,
      at,
      label,
      status,
      cites: [...cites],
      rules_version: rulesVersion,
    })),
  )
}

/** Records which of some links the claims that they start at gave up; returns those that changed. */
export async function updateConceded(
  tx: Db,
  links: readonly { readonly id: string; readonly isConceded: boolean }[],
  batches: Batches,
): Promise<string[]> {
  if (links.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update link set is_conceded = now.is_conceded, shown_seq = now.seq
    from unnest(
      ${links.map(({ id }) => id)}::uuid[],
      ${links.map(({ isConceded }) => isConceded)}::boolean[],
      ${links.map(({ id }) => batches(id).last)}::bigint[]
    ) as now (id, is_conceded, seq)
    where link.id = now.id and link.is_conceded <> now.is_conceded
    returning link.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}
