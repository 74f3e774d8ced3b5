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

/** The source of a claim's withdrawal or a link's end, as JSON; null if there is none. */
export function endingCitation(
  column: 'claim_id' | 'link_id',
  owner: string,
  lang: DisplayLanguage,
): RawBuilder<CitationRow | null> {
  return sql`(
    select ${citationJson(lang)} ${citing(column, owner, 'its end')} limit 1
  )`
}

/** A concession rests on its own citations, or on those of the conceding claim. */
export const isUncitedConcession = sql<boolean>`
  (link.relation = 'concedes'
    and not ${isCited('link_id', 'link.id')} and not ${isCited('claim_id', 'link.from_claim')})
`

/** A column of `claim`: what its status rests on without a source. */
export const uncitedClaim = sql<Uncited | null>`case
  when claim.withdrawn_at is not null and not exists (select ${citing('claim_id', 'claim.id', 'its end')})
    then 'withdrawal'
  when claim.kind = 'ruling' and not ${isCited('claim_id', 'claim.id')} then 'ruling'
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

/** Among some links, concessions without a source. */
export async function findUncitedConcessions(
  db: Db,
  links: readonly string[],
): Promise<Set<string>> {
  if (links.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from link where id = any(${links}::uuid[]) and ${isUncitedConcession}
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Among some claims, rulings without a source. */
export async function findUncitedRulings(db: Db, claims: readonly string[]): Promise<Set<string>> {
  if (claims.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from claim
    where id = any(${claims}::uuid[]) and kind = 'ruling' and not ${isCited('claim_id', 'claim.id')}
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}
