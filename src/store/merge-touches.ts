import { sql, type RawBuilder } from 'kysely'
import type { Mergeable } from '../domain/merge.ts'
import type { Change } from '../engine/record/record.ts'
import type { Db } from './database/db.ts'

/** The objects on each side of a merge. */
export interface Sides {
  readonly noun: Mergeable
  readonly from: string
  readonly survivor: string
  /** `from` and everything merged into it. */
  readonly family: readonly string[]
}

/** What the rules may read differently once two entries are one, or two again. */
export async function changesOfMerge(tx: Db, sides: Sides): Promise<Change[]> {
  const { noun, from, survivor } = sides
  switch (noun) {
    case 'report':
      return []
    case 'source': {
      const claims = await listClaimsNaming(tx, sides)
      return [
        { source: from },
        { source: survivor },
        ...claims.map((claim): Change => ({ claim, what: 'amended' })),
      ]
    }
    case 'claim': {
      const links = await listLinksAt(tx, [from, survivor])
      return [
        { claim: from, what: 'amended' },
        { claim: survivor, what: 'amended' },
        ...links.map((link): Change => ({ link })),
      ]
    }
  }
  return noun satisfies never
}

/** Claims spoken by a source or about it, under any of its entries. */
async function listClaimsNaming(tx: Db, sides: Sides): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${claimsNaming(sides)}`.execute(tx)
  return rows.map(({ id }) => id)
}

function claimsNaming({ from, survivor, family }: Sides): RawBuilder<unknown> {
  return sql`
    select id from claim where speaker_id = any(${[from, survivor]}::uuid[])
    union
    select claim.id
    from claim_about join claim
      on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
    where claim_about.source_id = any(${[...family, survivor]}::uuid[])
  `
}

/**
 * How many claims name either of two sources, or how many links have an end at either of two
 * claims: a lower bound for the part of the graph that may change. Stops counting at the limit.
 */
export async function countNamingClaims(tx: Db, sides: Sides, max: number): Promise<number> {
  const { noun, from, survivor } = sides
  if (noun === 'report') return 0
  const ends = sql`any(${[from, survivor]}::uuid[])`
  const named =
    noun === 'source'
      ? claimsNaming(sides)
      : sql`select id from link where from_claim = ${ends} or to_claim = ${ends}`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from (${named}) as named limit ${max + 1}) as counted
  `.execute(tx)
  return rows[0]?.count ?? 0
}

async function listLinksAt(tx: Db, claims: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive near (id) as (
      select id from link
      where from_claim = any(${claims}::uuid[]) or to_claim = any(${claims}::uuid[])
      union
      select link.id from near join link on link.to_link = near.id
    )
    select id from near
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Claims that show one of the two differently after the merge: they name it, are linked to it, or
 * are cited from what it published.
 */
export async function listShownOtherwise(
  tx: Db,
  { noun, from, survivor, family }: Sides,
): Promise<string[]> {
  const named = [...family, from, survivor]
  const { rows } = await sql<{ id: string }>`
    with moved (id) as (${claimsShowing[noun](named)})
    select id from moved
    union
    select link.to_claim from moved join link on link.from_claim = moved.id
    where link.to_claim is not null
  `.execute(tx)
  return rows.map(({ id }) => id)
}

const claimsShowing = {
  source: (named: readonly string[]) => sql`
    select id from claim where speaker_id = any(${named}::uuid[])
    union
    select claim.id from claim_about join claim
      on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
    where claim_about.source_id = any(${named}::uuid[])
    union
    select citation.claim_id from report join citation on citation.report_id = report.id
    where report.source_id = any(${named}::uuid[]) and citation.claim_id is not null
  `,
  report: (named: readonly string[]) => sql`
    select claim_id from citation
    where report_id = any(${named}::uuid[]) and claim_id is not null
  `,
  claim: (named: readonly string[]) => sql`select unnest(${named}::uuid[])`,
}

/**
 * Sets the event since which readers see objects other than claims differently because of a merge.
 */
export async function showMerged(
  tx: Db,
  { noun, from, survivor }: Sides,
  seq: number,
): Promise<void> {
  await sql`
    update ${sql.table(noun)} set shown_seq = ${seq}
    where id = any(${[from, survivor]}::uuid[])
  `.execute(tx)
  const ofReports = sql`
    update link set shown_seq = ${seq} from citation
    where citation.link_id = link.id and citation.report_id
  `
  if (noun === 'source') {
    const reports = sql`(
      select id from report where source_id = any(${[from, survivor]}::uuid[])
    )`
    await sql`update report set shown_seq = ${seq} where id in ${reports}`.execute(tx)
    await sql`${ofReports} in ${reports}`.execute(tx)
  }
  if (noun === 'report') await sql`${ofReports} = any(${[from, survivor]}::uuid[])`.execute(tx)
}
