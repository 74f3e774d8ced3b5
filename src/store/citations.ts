import { sql } from 'kysely'
import type { CitationEntry } from '../domain/entries.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'

export async function insertCitations(
  tx: Db,
  at: Date,
  citations: readonly Numbered<CitationEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'citation',
    citations.map(({ id, of, position, report, attribution, seq }) => ({
      id,
      claim_id: 'claim' in of ? of.claim : null,
      link_id: 'link' in of ? of.link : null,
      position,
      report_id: report,
      attribution,
      version: 1,
      content_seq: seq,
      recorded_at: at,
    })),
  )
}

/** Whose report each of these is, to tell a firsthand citation from a relay. */
export async function findReportSources(
  db: Db,
  reports: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; source: string }>`
    select id, source_id as source from report where id = any(${reports}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, source }) => [id, source]))
}
