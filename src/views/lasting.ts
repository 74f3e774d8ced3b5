import type { DisplayLanguage } from '../domain/display-language.ts'
import { DomainError, type DomainErrorCode } from '../domain/errors.ts'
import type { Db } from '../store/database/db.ts'
import { removed, requireWords, type Redactable } from './require-words.ts'
import type { Show, Shown } from './show.ts'
import type { TombstoneView } from './tombstone.ts'

/** Problems of reading an object that was merged or redacted. */
export const ledAway = ['merged', ...removed] as const satisfies readonly DomainErrorCode[]

interface Leading extends Redactable {
  readonly id: string
  readonly mergedInto: string | null
}

/** How to show one noun, and its tombstone. */
export interface Remaining<T extends Leading> {
  readonly show: Show<T>
  readonly tombstone: (view: T) => TombstoneView
}

/**
 * An object that is neither merged nor redacted.
 *
 * @throws {DomainError} `not-found`, `merged`; `legally-withheld` or `gone`
 */
export async function showLasting<T extends Leading>(
  db: Db,
  noun: Remaining<T>,
  id: string,
  language: DisplayLanguage,
): Promise<Shown<T>> {
  const shown = await noun.show(db, id, language)
  await requireUnmerged(db, noun, shown.body, language)
  return requireWords(shown, noun.tombstone)
}

/**
 * A merged object redirects to its survivor; if that is redacted, the redaction is reported
 * instead.
 *
 * @throws {DomainError} `merged`; `legally-withheld` or `gone`
 */
export async function requireUnmerged<T extends Leading>(
  db: Db,
  { show, tombstone }: Remaining<T>,
  { id, mergedInto }: Pick<Leading, 'id' | 'mergedInto'>,
  language: DisplayLanguage,
): Promise<void> {
  if (mergedInto === null) return
  requireWords(await show(db, mergedInto, language), tombstone)
  const message = `${id} was merged into ${mergedInto}: they are entries of the same thing.`
  throw new DomainError('merged', message, [], { facts: { mergedInto } })
}
