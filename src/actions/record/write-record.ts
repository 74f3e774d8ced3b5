import { setTimeout as sleep } from 'node:timers/promises'
import { mayWrite, type Actor } from '../../domain/actor.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Change } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import {
  appendEvents,
  insertWords,
  isAppended,
  type AppendedEvent,
  type SealedDraft,
} from '../../store/events.ts'
import { lockHead, type Head } from '../../store/head.ts'
import { findAnswer, insertAnswer } from '../../store/idempotency.ts'
import { insertOutbox } from '../../store/outbox.ts'
import { isTransient } from '../../store/database/faults.ts'
import { CommitUnknownError, rehearse, transact } from '../../store/database/transaction.ts'
import { requireSecondPerson } from './consequence/second-person.ts'
import { weigh } from './consequence/weigh.ts'
import type { Deps } from './deps.ts'
import { DeferredStatements } from './deferred-statements.ts'
import { movedIn, type Effects, type Measures } from './measures.ts'
import { importReach, Meter, requestReach, unlimited, type Reach } from './meter.ts'
import { movedBy } from './moved.ts'
import { recordTime } from './record-time.ts'
import { relabel, type StatusChange } from './relabel.ts'
import { importers } from './write-queue.ts'
import { gather, type Writing } from './writing.ts'
import type { Idempotent, Retries } from './idempotent.ts'

/** What a write did: its result, its events and the statuses that changed. */
export interface Written<T> {
  readonly result: T
  readonly events: { readonly first: number; readonly last: number; readonly at: Date } | null
  readonly statusChanges: readonly StatusChange[]
  /** Every claim whose status, or what it rests on, changed. */
  readonly rejudged: readonly ClaimId[]
  /** Every claim and link that was reported as changed. */
  readonly changed: readonly string[]
  /** Its events, without words. */
  readonly told: readonly Told[]
}

/** What an event says of the object that changed. */
export type Told = Pick<SealedDraft, 'kind' | 'object' | 'facts'>

export interface WriteOptions<T, A> {
  readonly actor: Actor
  /** The caller as whom it queues, if not the actor. */
  readonly waitsAs?: string
  readonly work: (writing: Writing) => Promise<T>
  /** Makes the answer from what was done, reading the resulting record. */
  readonly answer: (written: Written<T>, tx: Db) => A | Promise<A>
  /** A dry run: nothing is stored, not even the answer for retries. */
  readonly isPreview?: boolean | undefined
  /** Identifies the request, if a retry should get the same answer. */
  readonly idempotent?: Idempotent | undefined
  /** How its answer is stored for retries. */
  readonly retries?: Retries<A>
}

const attemptsMax = 5

/** After that, the caller is told to come back later instead of waiting for another attempt. */
const patienceMs = 5_000

/**
 * The only way into the record: queue, take the record lock, look for an earlier answer, do the work,
 * relabel, append the events, store the answer, commit. Retried after transient database errors.
 *
 * @throws {DomainError} what `work` refuses; `key-reused`; `unavailable` if its turn did not come or
 *   the retries failed
 */
export async function writeRecord<T, A>(deps: Deps, options: WriteOptions<T, A>): Promise<A> {
  const { actor, idempotent, isPreview, waitsAs = actor.id ?? actor.role } = options
  const write = () => writeInTurn(deps, options)
  if (isPreview) return deps.previews ? deps.previews.take(waitsAs, write) : write()
  const queued = () => (deps.writeQueue ? deps.writeQueue.take(waitsAs, write) : write())
  return deps.pendingWrites && idempotent ? deps.pendingWrites.join(idempotent, queued) : queued()
}

async function writeInTurn<T, A>(deps: Deps, options: WriteOptions<T, A>): Promise<A> {
  const { isPreview } = options
  const inTransaction = isPreview ? rehearse : transact
  const started = performance.now()
  let outcome: Outcome<A> | undefined
  /** The outcome of a transaction whose COMMIT was not answered. */
  let unheard: Outcome<A> | undefined
  for (let attempt = 1; ; attempt++) {
    try {
      return finish(
        deps,
        await inTransaction(deps.db, async (tx) => {
          const head = await takeLock(tx, deps.measures)
          outcome =
            (await happened(tx, unheard)) ??
            (await earlierOutcome(tx, options)) ??
            (await writeOnce(deps, tx, head, options))
          return outcome
        }),
      )
    } catch (error) {
      const cause = error instanceof CommitUnknownError ? error.cause : error
      if (!isTransient(cause)) throw cause
      if (error instanceof CommitUnknownError) unheard = outcome
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

interface Outcome<A> {
  readonly answer: A
  /** Missing if the answer repeats an earlier one. */
  readonly effects?: Effects
  /** The last event of the transaction, if it had any. */
  readonly event?: AppendedEvent | undefined
}

/**
 * The outcome of a transaction whose COMMIT was not answered, if it was committed. Because we hold the
 * record lock, that transaction has ended.
 */
async function happened<A>(
  tx: Db,
  unheard: Outcome<A> | undefined,
): Promise<Outcome<A> | undefined> {
  return unheard?.event && (await isAppended(tx, unheard.event)) ? unheard : undefined
}

function finish<A>({ measures, onCommit }: Deps, { answer, effects, event }: Outcome<A>): A {
  if (effects) measures?.written(effects.nodesTouched, movedIn(effects))
  if (event) onCommit?.(event.seq)
  return answer
}

async function takeLock(tx: Db, measures: Measures | undefined): Promise<Head> {
  const begun = performance.now()
  try {
    return await lockHead(tx)
  } finally {
    measures?.lockWaited((performance.now() - begun) / 1000)
  }
}

async function writeOnce<T, A>(
  deps: Deps,
  tx: Db,
  head: Head,
  options: WriteOptions<T, A>,
): Promise<Outcome<A>> {
  const at = await recordTime(tx, deps)
  const meter = new Meter(reachOf(options, deps))
  const deferred = new DeferredStatements()
  return deferred.during(() => writeWith(deferred, tx, { ...head, at, meter }, options))
}

/** How many events' words one statement inserts: a query may have to wait for it. */
const wordsOfAtOnce = 800

async function writeWith<T, A>(
  deferred: DeferredStatements,
  tx: Db,
  head: Head & { readonly at: Date; readonly meter: Meter },
  options: WriteOptions<T, A>,
): Promise<Outcome<A>> {
  const { actor, idempotent, retries, isPreview } = options
  const { at, meter } = head
  const gathered = gather({ tx, at, actor, deferred, meter, after: head.seq })
  const { writing, drafts, changes, held } = gathered
  const result = await options.work(writing)

  for (let first = 0; first < drafts.length; first += wordsOfAtOnce)
    deferred.spare(() => insertWords(tx, drafts.slice(first, first + wordsOfAtOnce)))
  deferred.doSpare()
  const last = head.seq + drafts.length
  const { writeStatuses, writeHistory, moved, ...effects } = await relabel(tx, {
    record: writing.view(),
    changes,
    held,
    deferred,
    meter,
    seq: last,
    at,
  })
  const exempt = gathered.areConsequencesSettled()
    ? new Set<number>()
    : await requireSecondPerson(tx, actor, weigh(effects.statusChanges, gathered))
  await deferred.start(writeStatuses)
  const appending = appendEvents(tx, { actor, at, exempt, drafts })
  await deferred.start(() => appending)
  await deferred.start(writeHistory)
  const events = drafts.length > 0 ? { first: head.seq + 1, last, at } : null
  const redacts = drafts.some(({ kind }) => kind.endsWith('.redacted'))
  // The answer and the notification read what deferred statements write.
  await deferred.settled()
  if (events) await insertOutbox(tx, { ...events, redacts, moved: movedBy(drafts, changes, moved) })
  const { statusChanges, rejudged } = effects
  const changed = changes.flatMap(itemOf)
  const written = { result, events, statusChanges, rejudged, changed, told: drafts }
  const answer = await options.answer(written, tx)
  if (isPreview) return { answer }
  if (idempotent && retries)
    await insertAnswer(tx, { ...idempotent, kept: retries.keep(answer), at })
  return { answer, effects, event: await appending }
}

function reachOf(
  { actor, waitsAs }: Pick<WriteOptions<unknown, unknown>, 'actor' | 'waitsAs'>,
  { reach }: Deps,
): Reach {
  if (reach) return reach
  if (actor.role === 'system') return unlimited
  return waitsAs === importers && mayWrite(actor, 'admin') ? importReach : requestReach
}

function itemOf(change: Change): string[] {
  if ('claim' in change) return [change.claim]
  return 'link' in change ? [change.link] : []
}

async function earlierOutcome<T, A>(
  tx: Db,
  { idempotent, retries, isPreview }: WriteOptions<T, A>,
): Promise<Outcome<A> | undefined> {
  if (!idempotent || !retries || isPreview) return undefined
  const earlier = await findAnswer(tx, idempotent.apiKeyId, idempotent.key)
  if (earlier && earlier.requestHash !== idempotent.requestHash)
    throw new DomainError(
      'key-reused',
      'This Idempotency-Key was used for another request; take a new one for every request.',
    )
  return earlier && { answer: await retries.again(earlier.kept, tx) }
}
