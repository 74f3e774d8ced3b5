import { DomainError } from '../../domain/errors.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { badQuery } from '../../queries/bad-query.ts'
import { answerAsOf } from '../../queries/as-of.ts'
import type { AskedMoment } from '../../store/as-of.ts'
import type { Db } from '../../store/database/db.ts'
import { asItStood, readPastClaimPage, type ClaimPageData } from '../../views/claim-page.ts'
import { aClaim } from '../../views/remaining.ts'
import { showLasting } from '../../views/lasting.ts'

/**
 * The page of a claim as it stood at a moment.
 *
 * @throws {DomainError} `bad-query` for a moment in the future, or before the claim was on record;
 * what reading it now throws
 */
export async function loadPastClaim(
  db: Db,
  id: string,
  language: DisplayLanguage,
  asked: AskedMoment,
): Promise<ClaimPageData> {
  // What is redacted or merged today is led away from, whatever it was then.
  const { body: claim } = await showLasting(db, aClaim, id, language)
  const { body } = await answerAsOf(db, asked, async (then) => ({
    page: await readPastClaimPage(then, id, language).catch((error: unknown) => {
      throw isNotFound(error) ? beforeClaim(claim.recordedAt) : error
    }),
  }))
  if (!('asOf' in body)) throw new Error('A moment was asked for, and none was read.')
  return asItStood(body.page, body.asOf)
}

function isNotFound(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'not-found'
}

function beforeClaim(recordedAt: string): DomainError {
  const message = `The record of this claim begins at ${recordedAt}. Send that day, or a later one.`
  return badQuery([{ pointer: '/asOf', code: 'before-record', message }])
}
