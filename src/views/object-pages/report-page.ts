import type { z } from 'zod'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from '../../store/database/db.ts'
import { readSnapshot } from '../../store/database/transaction.ts'
import {
  listRelayedSpeakers,
  listRelayingReports,
  type RelayedSpeakerRow,
} from '../../store/report-relays.ts'
import { viewCitedReport, type citedReportView } from '../citation.ts'
import type { ClaimView } from '../claim.ts'
import { showLasting } from '../lasting.ts'
import type { reportView } from '../objects.ts'
import { aReport } from '../remaining.ts'
import { loadNewest } from './counted-claims.ts'

/** What the page of a report shows. */
export interface ReportPageData {
  readonly report: z.output<typeof reportView>
  readonly claims: readonly ClaimView[]
  /** Those of which something is left open. */
  readonly open: readonly ClaimView[]
  readonly relayedBy: readonly {
    readonly report: z.output<typeof citedReportView>
    readonly claims: number
  }[]
  readonly relaysFrom: readonly RelayedSpeakerRow[]
}

/** How much of each kind is shown; lists have the rest. */
const shownMax = { claims: 12, open: 6, relays: 10 }

/** @throws {DomainError} `not-found`, `merged`; `gone` or `legally-withheld` if its words were removed */
export function loadReportPage(
  db: Db,
  id: string,
  language: DisplayLanguage,
): Promise<ReportPageData> {
  return readSnapshot(db, async (now) => {
    const { body: report } = await showLasting(now, aReport, id, language)
    const [claims, open, relayedBy, relaysFrom] = await Promise.all([
      loadNewest(now, { report: [id] }, shownMax.claims, language),
      loadNewest(now, { report: [id], leftOpen: true }, shownMax.open, language),
      listRelayingReports(now, id, { limit: shownMax.relays }, language),
      listRelayedSpeakers(now, id, { limit: shownMax.relays }, language),
    ])
    return {
      report,
      claims,
      open,
      relayedBy: relayedBy.map((row) => ({ ...row, report: viewCitedReport(row.report) })),
      relaysFrom,
    }
  })
}
