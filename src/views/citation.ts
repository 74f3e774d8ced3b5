import { z } from 'zod'
import { attribution } from '../domain/vocabulary.ts'
import { id } from '../domain/references.ts'
import type { CitationRow, ReportRef } from '../store/citation-rows.ts'
import {
  objectFields,
  removableText,
  sourceRefView,
  viewObject,
  viewSourceRef,
  worldDateView,
} from './common.ts'

/** A report as named by what is cited from it. */
export const citedReportView = z.object({
  id,
  title: removableText,
  url: z.string().nullable(),
  source: sourceRefView,
  publishedAt: worldDateView.nullable(),
})

export const citationView = z
  .object({
    ...objectFields,
    report: citedReportView,
    quote: removableText,
    prefix: z.string().nullable(),
    suffix: z.string().nullable(),
    locator: z.string().nullable(),
    attribution,
  })
  .meta({ id: 'Citation' })
export type CitationView = z.output<typeof citationView>

export function viewCitation({ words, report, attribution, ...row }: CitationRow): CitationView {
  return {
    ...viewObject(row),
    report: viewCitedReport(report),
    quote: words['/quote'] ?? null,
    prefix: words['/prefix'] ?? null,
    suffix: words['/suffix'] ?? null,
    locator: words['/locator'] ?? null,
    attribution,
  }
}

export function viewCitedReport({
  id,
  title,
  url,
  publishedAt,
  source,
}: ReportRef): z.output<typeof citedReportView> {
  return { id, title, url, source: viewSourceRef(source), publishedAt }
}

/** The last event that set or removed anything shown of these citations. */
export function citationsSeq(citations: readonly CitationRow[]): number {
  return Math.max(
    0,
    ...citations.flatMap(({ seq, redaction, report }) => [
      seq,
      redaction?.seq ?? 0,
      report.seq,
      report.source.seq,
    ]),
  )
}
