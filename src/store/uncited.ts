import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Uncited } from '../domain/uncited.ts'
import { citationJson, type CitationRow } from './citation-rows.ts'
import type { Db } from './database/db.ts'

/** The effective citations of a claim, of a link, or of its end. */
function citing(column: 'claim_id' | 'link_id', owner: string, what: 'itself' | 'its end') {
  return sql`
    from citation join report on report.id = citation.report_id
    where ${sql.ref(`citation.${column}`)} = ${sql.ref(owner)}
      and citation.ending_seq is ${sql.raw(what === 'itself' ? 'null' : 'not null')}
      and citation.voided_at is null and report.voided_at is null
  `
}

function isCited(column: 'claim_id' | 'link_id', owner: string): RawBuilder<boolean> {
  return sql`exists (select ${citing(column, owner, 'itself')})`
}

/** The citations of a claim's withdrawal or a link's end, as a JSON array. */
export function endingCitations(
  column: 'claim_id' | 'link_id',
  owner: string,
  lang: DisplayLanguage,
): RawBuilder<CitationRow[]> {
  return sql`coalesce((
    select json_agg(${citationJson(lang)} order by citation.position, citation.id)
    ${citing(column, owner, 'its end')}
  ), '[]')`
}

export const isUncitedConcession = sql<boolean>`
  (link.relation = 'concedes' and not ${isCited('link_id', 'link.id')})
`

const isUncitedRuling = sql<boolean>`
  (claim.kind = 'ruling' and not ${isCited('claim_id', 'claim.id')})
`

const isUncitedWithdrawal = sql<boolean>`
  (claim.withdrawn_at is not null
    and not exists (select ${citing('claim_id', 'claim.id', 'its end')}))
`

/** A column of `claim`: what its status rests on without a source. */
export const uncitedClaim = sql<Uncited | null>`case
  when ${isUncitedWithdrawal} then 'withdrawal'
  when ${isUncitedRuling} then 'ruling'
  when claim.status in ('ruled_for', 'ruled_against') and exists (
    select from claim as ruling
    where ruling.id = any(claim.cites) and ruling.kind = 'ruling'
      and not ${isCited('claim_id', 'ruling.id')}
  ) then 'ruling'
  when claim.status = 'admitted' and exists (
    select from link
    where link.from_claim = any(claim.cites) and not link.is_void and ${isUncitedConcession}
  ) then 'concession'
end`

/** Something on record that lacks the citation it should have. */
export interface UncitedItem {
  /** A claim or a link. */
  readonly id: string
  readonly what: Uncited
}

/** What lacks a citation among some claims and links that are in force. */
export async function findUncited(db: Db, ids: readonly string[]): Promise<UncitedItem[]> {
  if (ids.length === 0) return []
  const claims = sql`
    from claim where id = any(${ids}::uuid[]) and voided_at is null and merged_into is null
  `
  const { rows } = await sql<UncitedItem>`
    select id, 'ruling' as what ${claims} and ${isUncitedRuling}
    union all
    select id, 'withdrawal' ${claims} and ${isUncitedWithdrawal}
    union all
    select id, 'concession' from link
    where id = any(${ids}::uuid[]) and not is_void and merged_into is null and ${isUncitedConcession}
  `.execute(db)
  return rows
}

/** A claim or a link, and what takes citations from it when it is voided. */
export interface CitedItem {
  readonly id: string
  readonly by: string
}

/** What loses citations if some citations, reports and merges of claims are voided. */
export async function listCitedBy(db: Db, voided: readonly string[]): Promise<CitedItem[]> {
  if (voided.length === 0) return []
  const { rows } = await sql<CitedItem>`
    select coalesce(claim_id, link_id) as id, id as by from citation where id = any(${voided}::uuid[])
    union
    select coalesce(claim_id, link_id), report_id from citation where report_id = any(${voided}::uuid[])
    union
    select coalesce(claim.merged_into, claim.id), merge.id
    from merge join claim on claim.id = merge.into_id where merge.id = any(${voided}::uuid[])
  `.execute(db)
  return rows
}
