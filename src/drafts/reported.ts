import type { ClaimId } from '../domain/ids.ts'
import { loadReportedAs, loadReportQuotes, type ReportedAs } from '../store/cited-pages.ts'
import type { Db } from '../store/database/db.ts'
import { loadGroups } from '../store/restating.ts'
import type { ClaimView } from '../views/claim.ts'
import type { CitedReport } from './cited.ts'
import type { DraftOnRecord } from './findings/draft-on-record.ts'

/**
 * What reports have: the quotes from those of claims that a quoting sentence repeats, and how those that
 * a draft cites have the claims.
 */
export async function loadReported(
  db: Db,
  claims: readonly ClaimView[],
  {
    pages,
    quoting,
  }: { readonly pages: readonly CitedReport[]; readonly quoting: ReadonlySet<ClaimId> },
): Promise<Pick<DraftOnRecord, 'quotes' | 'reportedAs'>> {
  const cited = [...new Set(pages.flatMap(({ reports }) => reports))]
  const own = claims
    .filter(({ id }) => quoting.has(id))
    .flatMap(({ citations }) => citations.map(({ report }) => report.id))
  const ids = cited.length === 0 ? [] : claims.map(({ id }) => id)
  const [quotes, groups] = await Promise.all([
    loadReportQuotes(db, [...new Set([...own, ...cited])]),
    loadGroups(db, ids),
  ])
  const reportedAs = await loadReportedAs(db, [...new Set([...groups.values()].flat())], cited)
  const byClaim = Map.groupBy(reportedAs, ({ claim }) => claim)
  return {
    quotes: new Map(
      [...Map.groupBy(quotes, ({ report }) => report)].map(([report, rows]) => [
        report,
        rows.map(({ words }) => words),
      ]),
    ),
    reportedAs: new Map(
      [...groups].map(([claim, members]): [ClaimId, readonly ReportedAs[]] => [
        claim,
        members.flatMap((member) => byClaim.get(member) ?? []),
      ]),
    ),
  }
}
