import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { endedStatement, endedTransaction, isTransient } from '../../store/database/faults.ts'
import { CommitUnknownError, rehearse, transact } from '../../store/database/transaction.ts'
import { isAppended, type AppendedEvent } from '../../store/events.ts'
import { readClock } from '../../store/clock.ts'
import { lockHead, lockHeadFor, type Head, type Locked, type LockLimits } from '../../store/head.ts'
import type { Deps } from './deps.ts'
import type { Measures } from './measures.ts'
import { heldTooLong, lockLimitsOf, statementTooLong, type Reach } from './meter.ts'
import { recordTime } from './record-time.ts'

/** What a transaction did. */
export interface Done {
  /** Its last event, if it had any. */
  readonly event?: AppendedEvent | undefined
}

/** How a transaction holds the record lock. */
export interface Holding {
  readonly isPreview?: boolean | undefined
  readonly reach: Pick<Reach, 'heldMsMax'>
}

const attemptsMax = 5

/** After that, the caller is told to come back later instead of waiting for another attempt. */
const patienceMs = 5_000

/**
 * Takes the record lock, does the work and commits. Retried after transient database errors.
 *
 * @param work may send what it reads before it waits for the lock; the server runs it afterwards
 * @param is.isPreview undoes everything instead
 * @param is.reach how long it may hold the lock
 * @throws {DomainError} what `work` refuses; `HeldTooLong` if the server ended it for its time;
 *   `unavailable` if the retries failed
 */
export async function commit<T extends Done>(
  deps: Deps,
  work: (tx: Db, locking: Promise<Locked>) => Promise<T>,
  { isPreview = false, reach }: Holding,
): Promise<T> {
  const limits = lockLimitsOf(reach)
  const inTransaction = isPreview ? rehearse : transact
  const started = performance.now()
  let done: T | undefined
  /** What a transaction did whose COMMIT was not answered. */
  let unheard: T | undefined
  for (let attempt = 1; ; attempt++) {
    let heldSinceMs = Infinity
    try {
      return await inTransaction(deps.db, async (tx) => {
        const locking = lock(tx, deps, limits)
        // Whatever is sent after it fails with it.
        locking.then(
          () => (heldSinceMs = performance.now()),
          () => {},
        )
        done = (await happened(tx, unheard)) ?? (await work(tx, locking))
        return done
      })
    } catch (error) {
      const cause = error instanceof CommitUnknownError ? error.cause : error
      const heldMs = performance.now() - heldSinceMs
      if (limits && heldMs > 0 && error === cause) refuseForTime(cause, { limits, heldMs, reach })
      if (!isTransient(cause)) throw cause
      if (error instanceof CommitUnknownError) unheard = done
      deps.log.warn({ err: cause, attempt }, 'A write met a transient database error.')
      // If the write may have been committed, all attempts are used to find out.
      const isLate = unheard === undefined && performance.now() - started > patienceMs
      if (attempt === attemptsMax || isLate)
        throw new DomainError('unavailable', 'The record cannot be written just now.', [], {
          retryAfterSeconds: 2,
          cause,
        })
      deps.measures?.retried()
      await sleep((unheard ? 100 : 20) * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

/** @throws {HeldTooLong} if the server ended a statement, or the connection, for its time */
function refuseForTime(
  fault: unknown,
  {
    limits,
    heldMs,
    reach,
  }: Pick<Holding, 'reach'> & { readonly limits: LockLimits; readonly heldMs: number },
): void {
  const isCut = heldMs >= limits.transactionMs && isTransient(fault)
  if (isCut || endedTransaction(fault)) throw heldTooLong(reach)
  if (endedStatement(fault)) throw statementTooLong(limits)
}

/**
 * What a transaction did whose COMMIT was not answered, if it was committed. Because we hold the
 * record lock, that transaction has ended.
 */
async function happened<T extends Done>(tx: Db, unheard: T | undefined): Promise<T | undefined> {
  return unheard?.event && (await isAppended(tx, unheard.event)) ? unheard : undefined
}

async function takeLock(
  tx: Db,
  measures: Measures | undefined,
  limits: LockLimits | undefined,
): Promise<Head> {
  const begun = performance.now()
  try {
    return await (limits ? lockHeadFor(tx, limits) : lockHead(tx))
  } finally {
    measures?.lockWaited((performance.now() - begun) / 1000)
  }
}

/** Reads the clock with the lock, and judges it when it is first needed: a repeated answer needs none. */
async function lock(tx: Db, deps: Deps, limits: LockLimits | undefined): Promise<Locked> {
  const { measures, now = Date.now } = deps
  const [head, clock] = await Promise.all([takeLock(tx, measures, limits), readClock(tx, now)])
  let time: Promise<Date> | undefined
  return { ...head, at: () => (time ??= recordTime(tx, clock, deps)) }
}
