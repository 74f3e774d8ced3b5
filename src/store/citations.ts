import { sql } from 'kysely'
import type { CitationEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { startOfBatch, insertRows, type Numbered } from './database/rows.ts'
import { word } from './source-ref.ts'

export async function insertCitations(
  tx: Db,
  at: Date,
  citations: readonly Numbered<CitationEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'citation',
    citations.map(({ id, of, position, report, attribution, endingSeq, seq, since }) => ({
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
      ...startOfBatch({ since }),
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
 * The position for the next citation of a claim or a link, the length of its quotes, and the claim
 * whose speaker they are evidence of.
 */
export async function findCitationsEnd(
  db: Db,
  type: 'claim' | 'link',
  id: string,
): Promise<{ position: number; length: number; claim: string }> {
  const { rows } = await sql<{ position: number; length: number; claim: string }>`
    select coalesce(max(position) + 1, 0) as position,
      coalesce(sum(${quoteLength}), 0)::integer as length,
      coalesce((select from_claim from link where id = ${id}::uuid), ${id}::uuid) as claim
    from citation where ${sql.ref(`${type}_id`)} = ${id}::uuid and ending_seq is null
  `.execute(db)
  return rows[0] ?? { position: 0, length: 0, claim: id }
}

const quoteLength = sql<number>`(
  select sum(char_length(body)) from words
  where words.seq = citation.content_seq and field in ('/quote', '/prefix', '/suffix')
)`

interface CitedQuote {
  readonly claim: string
  readonly report: string | null
  readonly quote: string | null
  /** Of the quote with what surrounds it. */
  readonly length: number
  readonly position: number
}

/** Where each claim is cited; of a voided citation only the position and the length. */
export async function listEvidence(db: Db, claims: readonly string[]): Promise<CitedQuote[]> {
  const { rows } = await sql<CitedQuote>`
    select citation.claim_id as claim, citation.position, coalesce(${quoteLength}, 0)::integer as length,
      case when citation.voided_at is null then citation.report_id end as report,
      ${word('citation.content_seq', '/quote')} as quote
    from citation where citation.claim_id = any(${claims}::uuid[])
  `.execute(db)
  return rows
}
