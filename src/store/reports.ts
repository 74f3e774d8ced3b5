import type { ReportEntry } from '../domain/entries.ts'
import type { Db } from './db.ts'
import { insertRows, startDate, type Numbered } from './rows.ts'

export async function insertReports(
  tx: Db,
  at: Date,
  reports: readonly Numbered<ReportEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'report',
    reports.map(({ id, source, kind, lang, accessedAt, publishedAt, seq }) => ({
      id,
      source_id: source,
      kind,
      lang,
      accessed_at: accessedAt,
      published_at: publishedAt,
      published_start: startDate(publishedAt),
      content_seq: seq,
      recorded_at: at,
      version: 1,
    })),
  )
}
