import type { DisplayLanguage } from '../domain/display-language.ts'
import { readAsOf, type Moment } from '../store/as-of.ts'
import { listChanges } from '../store/changes-since.ts'
import type { Db } from '../store/database/db.ts'
import { findId } from '../store/references.ts'
import { viewClaimDiff } from './claim-diff.ts'
import { showLasting } from './lasting.ts'
import { aClaim } from './remaining.ts'
import { showClaim } from './show.ts'

/** Two moments, and the dates that a sentence gives for them. */
export interface Moments {
  readonly from: Moment
  readonly to: Moment
  readonly dates: { readonly from: string; readonly until: string | undefined }
}

/**
 * What changed of a claim between two moments.
 *
 * @throws {DomainError} `not-found` if it was not on record at the later one; `merged`,
 * `legally-withheld`, `gone`
 */
export async function loadClaimDiff(
  db: Db,
  id: string,
  { from, to, dates }: Moments,
  language: DisplayLanguage,
) {
  const before = await readAsOf(db, from, async (then) => {
    if ((await findId(then, 'claim', id)) === undefined) return undefined
    const { body } = await showClaim(then, id, language)
    return body
  })
  return readAsOf(db, to, async (then) => {
    const { body } = await showLasting(then, aClaim, id, language)
    const changes = await listChanges(then, id, from.at, to.at)
    return viewClaimDiff({ before, after: body, changes, dates }, language)
  })
}
