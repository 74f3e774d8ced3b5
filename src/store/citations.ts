import { sql } from 'kysely'
import type { CitationEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { insertRows, type Numbered } from './database/rows.ts'
import { word } from './source-ref.ts'

export async function insertCitations(
  tx: Db,
  at: Date,
  citations: readonly Numbered<CitationEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'citation',
    citations.map(({ id, of, position, report, attribution, endingSeq, seq }) => ({
      id,
      claim_id: 'claim' in of ? of.claim : 'withdrawal' in of ? of.withdrawal : null,
      link_id: 'link' in of ? of.link : 'end' in of ? of.end : null,
      ending_seq: endingSeq ?? null,
      position,
      report_id: report,
      attribution,
      version: 1,
      content_seq: seq,
      recorded_at: at,
    })),
  )
}

/** The sources of some reports and the speakers of some claims, by id; null means unnamed. */
export async function findVoices(
  db: Db,
  { reports, claims }: { reports: readonly string[]; claims: readonly string[] },
): Promise<Map<string, string | null>> {
  if (reports.length === 0 && claims.length === 0) return new Map()
  const { rows } = await sql<{ id: string; source: string | null }>`
    select id, source_id as source from report where id = any(${reports}::uuid[])
    union all
    select id, speaker_id from claim where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, source }) => [id, source]))
}

/** Those citations that are currently the source of a withdrawal or an end. */
export async function findEndingCitations(
  db: Db,
  type: 'claim' | 'link',
  id: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from citation
    where ${sql.ref(`${type}_id`)} = ${id}::uuid and ending_seq is not null and voided_at is null
  `.execute(db)
  return rows.map((row) => row.id)
}

/**
 * The position for the next citation of a claim or a link, and the claim whose speaker it is
 * evidence of.
 */
export async function findCitationsEnd(
  db: Db,
  type: 'claim' | 'link',
  id: string,
): Promise<{ position: number; claim: string }> {
  const { rows } = await sql<{ position: number; claim: string }>`
    select (
        select coalesce(max(position) + 1, 0) from citation
        where ${sql.ref(`${type}_id`)} = ${id}::uuid and ending_seq is null
      ) as position,
      coalesce((select from_claim from link where id = ${id}::uuid), ${id}::uuid) as claim
  `.execute(db)
  return rows[0] ?? { position: 0, claim: id }
}

/** Where each claim is cited; of a voided citation only the position. */
export async function listEvidence(
  db: Db,
  claims: readonly string[],
): Promise<{ claim: string; report: string | null; quote: string | null; position: number }[]> {
  const { rows } = await sql<{
    claim: string
    report: string | null
    quote: string | null
    position: number
  }>`
    select citation.claim_id as claim, citation.position,
      case when citation.voided_at is null then citation.report_id end as report,
      ${word('citation.content_seq', '/quote')} as quote
    from citation where citation.claim_id = any(${claims}::uuid[])
  `.execute(db)
  return rows
}
