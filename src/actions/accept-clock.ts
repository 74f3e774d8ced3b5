import type { Actor } from '../domain/actor.ts'
import { clockFault } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { insertAudit } from '../store/audit.ts'
import { findAcceptedMs, readClock } from '../store/clock.ts'
import { lockHead } from '../store/head.ts'
import { transact } from '../store/database/transaction.ts'
import type { Deps } from './record/deps.ts'
import { wordsOf } from './record/record-time.ts'

/**
 * Lets writes resume although the last event is dated in the future because the clock was wrong.
 * Until the clock has caught up, events get the time of that event.
 *
 * @returns the time of that event; undefined if there was nothing to accept
 * @throws {DomainError} `conflict` while the clocks of database and process differ
 */
export async function acceptClock(
  { db, log, now = Date.now }: Deps,
  actor: Actor,
): Promise<Date | undefined> {
  return transact(db, async (tx) => {
    const { seq } = await lockHead(tx)
    const reading = await readClock(tx, now)
    const fault = clockFault(reading)
    if (fault?.kind === 'differs')
      throw new DomainError('conflict', `Nothing was accepted: ${wordsOf(fault)}`)
    const { databaseMs, lastEventMs } = reading
    if (!fault || lastEventMs === null) return undefined
    if (lastEventMs <= ((await findAcceptedMs(tx)) ?? -Infinity)) return undefined
    const lastEventAt = new Date(lastEventMs)
    const body = { seq, lastEventAt, databaseAt: new Date(databaseMs) }
    await insertAudit(tx, { actor, kind: 'clock.accepted', body })
    log.warn(body, 'The clock of the database was accepted although it is behind the last event.')
    return lastEventAt
  })
}
