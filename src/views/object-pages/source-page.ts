import type { z } from 'zod'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from '../../store/database/db.ts'
import { readSnapshot } from '../../store/database/transaction.ts'
import { idOf } from '../../store/references.ts'
import { listReports } from '../../store/report-rows.ts'
import { showLasting } from '../lasting.ts'
import { viewReport, type reportView, type sourceView } from '../objects.ts'
import { aSource } from '../remaining.ts'
import { loadCountedClaims, type CountedClaims } from './counted-claims.ts'

/** What the page of a source shows. */
export interface SourcePageData {
  readonly source: z.output<typeof sourceView>
  /** What it said, and of that, what it took back or replaced itself. */
  readonly said: CountedClaims
  readonly changed: CountedClaims
  /** Claims about it. */
  readonly about: CountedClaims
  readonly reports: readonly z.output<typeof reportView>[]
}

/** How much of each kind is shown; lists have the rest. */
const shownMax = { claims: 6, reports: 6 }

/**
 * @param reference an id or a slug
 * @throws {DomainError} `not-found`, `merged`; `gone` or `legally-withheld` if its words were removed
 */
export function loadSourcePage(
  db: Db,
  reference: string,
  language: DisplayLanguage,
): Promise<SourcePageData> {
  return readSnapshot(db, async (now) => {
    const id = await idOf(now, 'source', reference)
    const { body: source } = await showLasting(now, aSource, id, language)
    const { claims, reports } = shownMax
    const newest = { matching: undefined, after: undefined, limit: reports }
    const [said, changed, about, published] = await Promise.all([
      loadCountedClaims(now, { speaker: [id] }, claims, language),
      loadCountedClaims(
        now,
        { speaker: [id], status: ['withdrawn', 'corrected'] },
        claims,
        language,
      ),
      loadCountedClaims(now, { about: [id] }, claims, language),
      listReports(now, { source: [id], ...newest }, language),
    ])
    return { source, said, changed, about, reports: published.map(viewReport) }
  })
}
