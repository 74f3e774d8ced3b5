import { sql } from 'kysely'
import type { SourceKind } from '../../domain/kinds.ts'
import { usualLimits, type Place, type PlaceLimits } from './places.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from '../database/db.ts'
import { findSurvivors } from '../references.ts'
import { loadReportRows, type ReportRow } from '../report-rows.ts'
import type { Search } from '../search.ts'
import { loadSourceRows, type SourceRow } from '../source-rows.ts'
import { listFound, type FoundPage } from './found.ts'

interface Asked {
  readonly search: Search
  readonly after: Place | undefined
  readonly limit: number
}

/** The reports whose titles have the words of a search. */
export async function listReportsFound(
  db: Db,
  { source, ...asked }: Asked & { readonly source?: readonly string[] | undefined },
  lang: DisplayLanguage,
  limits: PlaceLimits = usualLimits,
): Promise<FoundPage<ReportRow>> {
  const few = source && (await fewReports(db, source, limits.few))
  const within = source && { reportsOf: source }
  return listFound(
    db,
    { ...asked, type: 'report', within, among: few },
    async (ids) => byEntry(db, 'report', ids, (survivors) => loadReportRows(db, survivors, lang)),
    limits,
  )
}

/** The sources whose names or aliases have the words of a search. */
export async function listSourcesFound(
  db: Db,
  { kind, ...asked }: Asked & { readonly kind?: readonly SourceKind[] | undefined },
  lang: DisplayLanguage,
  limits?: PlaceLimits,
): Promise<FoundPage<SourceRow>> {
  const within = kind && { sourcesOf: kind }
  return listFound(
    db,
    { ...asked, type: 'source', within },
    async (ids) => byEntry(db, 'source', ids, (survivors) => loadSourceRows(db, survivors, lang)),
    limits,
  )
}

/** All reports of some sources, if they are few: then these are looked at, and not what has the words. */
async function fewReports(
  db: Db,
  sources: readonly string[],
  few: number,
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from report where source_id = any(${sources}::uuid[]) limit ${few + 1}
  `.execute(db)
  return rows.length <= few ? rows.map(({ id }) => id) : undefined
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
