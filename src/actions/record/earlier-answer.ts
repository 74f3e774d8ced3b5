import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { findAnswer, type StoredAnswer } from '../../store/idempotency.ts'
import type { Idempotent, Retries } from './idempotent.ts'

/** A write that may be a retry of an earlier one. */
interface Retried<A> {
  readonly idempotent?: Idempotent | undefined
  readonly retries?: Retries<A>
  readonly isPreview?: boolean | undefined
}

/** What was stored of the answer to an earlier request with the same key. A preview has none. */
export async function findEarlier<A>(
  tx: Db,
  { idempotent, retries, isPreview }: Retried<A>,
): Promise<StoredAnswer | undefined> {
  if (!idempotent || !retries || isPreview) return undefined
  return findAnswer(tx, idempotent.apiKeyId, idempotent.key)
}

/**
 * The earlier answer again.
 *
 * @throws {DomainError} `key-reused` if the earlier request was another one
 */
export async function repeated<A>(
  tx: Db,
  earlier: StoredAnswer | undefined,
  { idempotent, retries }: Retried<A>,
): Promise<{ readonly answer: A } | undefined> {
  if (!earlier || !retries) return undefined
  if (earlier.requestHash !== idempotent?.requestHash)
    throw new DomainError(
      'key-reused',
      'This Idempotency-Key was used for another request; take a new one for every request.',
    )
  return { answer: await retries.again(earlier.kept, tx) }
}
