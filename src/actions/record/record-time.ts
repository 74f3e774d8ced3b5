import {
  clockDifferenceMs,
  clockFault,
  type ClockFault,
  type ClockReading,
} from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import { findAcceptedMs } from '../../store/clock.ts'
import type { Db } from '../../store/database/db.ts'
import type { Deps } from './deps.ts'

/**
 * The time for the events of a write, under the record lock: the database's, but never earlier than
 * the last event.
 *
 * @throws {DomainError} `unavailable` while the clock of the database cannot be trusted
 */
export async function recordTime(
  tx: Db,
  reading: ClockReading,
  { log }: Pick<Deps, 'log'>,
): Promise<Date> {
  const { databaseMs, lastEventMs } = reading
  const fault = clockFault(reading)
  if (fault && !(await isAccepted(tx, fault, lastEventMs))) {
    const seconds = Math.round(clockDifferenceMs(reading) / 1000)
    log.error({ fault: fault.kind, seconds }, `Writes are suspended: ${wordsOf(fault)}`)
    throw new DomainError('unavailable', `Writes are suspended: ${wordsOf(fault)}`, [], {
      retryAfterSeconds: 60,
    })
  }
  return new Date(Math.max(databaseMs, lastEventMs ?? 0))
}

/** What is wrong, and what the operator should do. */
export function wordsOf({ kind, ms }: ClockFault): string {
  const minutes = `${Math.round(Math.abs(ms) / 60_000)} minutes`
  return kind === 'differs'
    ? `the clocks of the database and of this service differ by ${minutes}. Set both right.`
    : `the clock of the database is ${minutes} behind the last event. Set it right; if it is right, confirm that with \`counterpoint clock accept\`.`
}

async function isAccepted(
  tx: Db,
  { kind }: ClockFault,
  lastEventMs: number | null,
): Promise<boolean> {
  if (kind !== 'behind' || lastEventMs === null) return false
  return lastEventMs <= ((await findAcceptedMs(tx)) ?? -Infinity)
}
