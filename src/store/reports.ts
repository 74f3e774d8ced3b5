import type { ReportEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { startOfBatch, insertRows, startDate, type Numbered } from './database/rows.ts'

export async function insertReports(
  tx: Db,
  at: Date,
  reports: readonly Numbered<ReportEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'report',
    reports.map((report) => ({
      id: report.id,
      ...reportContent(report),
      version: 1,
      recorded_at: at,
      ...startOfBatch(report),
    })),
  )
}

/** The columns that an amendment sets. */
export function reportContent(report: Numbered<ReportEntry>) {
  return {
    source_id: report.source,
    kind: report.kind,
    lang: report.lang,
    accessed_at: report.accessedAt,
    published_at: report.publishedAt,
    published_start: startDate(report.publishedAt),
    length: report.length,
    content_seq: report.seq,
  }
}
