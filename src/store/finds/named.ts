import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from '../database/db.ts'
import { findSurvivors } from '../references.ts'
import { loadReportRows, type ReportRow } from '../report-rows.ts'
import type { Search } from '../search.ts'
import { loadSourceRows, type SourceRow } from '../source-rows.ts'
import { listFound, type FoundPage } from './found.ts'

interface Asked {
  readonly search: Search
  readonly limit: number
}

/** The reports whose titles have the words of a search. */
export async function listReportsFound(
  db: Db,
  asked: Asked,
  lang: DisplayLanguage,
): Promise<FoundPage<ReportRow>> {
  return listFound(db, { ...asked, type: 'report', after: undefined }, async (ids) =>
    byEntry(db, 'report', ids, (survivors) => loadReportRows(db, survivors, lang)),
  )
}

/** The sources whose names or aliases have the words of a search. */
export async function listSourcesFound(
  db: Db,
  asked: Asked,
  lang: DisplayLanguage,
): Promise<FoundPage<SourceRow>> {
  return listFound(db, { ...asked, type: 'source', after: undefined }, async (ids) =>
    byEntry(db, 'source', ids, (survivors) => loadSourceRows(db, survivors, lang)),
  )
}

/** What entries were merged into, or they themselves, if it is neither voided nor redacted. */
async function byEntry<T extends ReportRow | SourceRow>(
  db: Db,
  type: 'report' | 'source',
  ids: readonly string[],
  load: (survivors: readonly string[]) => Promise<readonly T[]>,
): Promise<ReadonlyMap<string, T>> {
  if (ids.length === 0) return new Map()
  const survivors = await findSurvivors(db, type, ids)
  const rows = await load([...new Set(survivors.values())])
  const shown = rows.filter(({ voidedAt, redaction }) => voidedAt === null && redaction === null)
  const byId = new Map(shown.map((row) => [row.id, row]))
  return new Map(
    [...survivors].flatMap(([entry, survivor]) => {
      const row = byId.get(survivor)
      return row ? [[entry, row] as const] : []
    }),
  )
}
