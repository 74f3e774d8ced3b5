import type { DisplayLanguage } from '../domain/display-language.ts'
import { readAsOf, type Moment } from '../store/as-of.ts'
import { findVoidLinks, listChanges } from '../store/changes-since.ts'
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
    const [{ body }, { answers }] = [
      await showClaim(then, id, language),
      await listChanges(then, id, from.at),
    ]
    return { claim: body, answers }
  })
  return readAsOf(db, to, async (then) => {
    const { body } = await showLasting(then, aClaim, id, language)
    const { changes, answers } = await listChanges(then, id, from.at, to.at)
    const still = new Set(answers.map(({ claim }) => claim))
    const gone = before?.answers.filter(({ claim }) => !still.has(claim)) ?? []
    const errors = await findVoidLinks(
      then,
      gone.flatMap(({ links }) => links),
    )
    const answersRemoved = gone
      .filter(({ links }) => links.every((link) => errors.has(link)))
      .map(({ claim }) => claim)
    const compared = { before: before?.claim, after: body, changes, answersRemoved, dates }
    return viewClaimDiff(compared, language)
  })
}
