import { mayWrite, type Actor } from '../../domain/actor.ts'
import type { ClaimId } from '../../domain/ids.ts'
import type { QuotedOf } from '../../domain/quoted-share.ts'
import type { PartialRecord } from '../../engine/record/partial-record.ts'
import type { Change } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import { appendEvents, insertWords, type SealedDraft } from '../../store/events.ts'
import type { Head } from '../../store/head.ts'
import { insertAnswer } from '../../store/idempotency.ts'
import { insertOutbox } from '../../store/outbox.ts'
import { listMeasured, type MeasuredReport, type MovedQuotes } from '../../store/quoted.ts'
import { requireSecondPerson } from './consequence/second-person.ts'
import { weigh } from './consequence/weigh.ts'
import type { Deps } from './deps.ts'
import { DeferredStatements } from './deferred-statements.ts'
import { importReach, Meter, requestReach, unlimited, type Reach } from './meter.ts'
import type { Locked } from './member.ts'
import { movedBy } from './moved.ts'
import { movedQuotes } from './quoted/moved-quotes.ts'
import { settleQuoted } from './quoted/settle-quoted.ts'
import { relabel, type StatusChange } from './relabel.ts'
import { enterAlone, takeTogether, type Enter, type Outcome } from './together.ts'
import { importers } from './write-queue.ts'
import { gather, type Gathered, type Writing } from './writing.ts'
import { findEarlier, repeated } from './earlier-answer.ts'
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
  /** Reports of which the quotes on record now cover much. */
  readonly quoted: readonly QuotedOf[]
  /** The record as the write leaves it, as far as it was loaded. */
  readonly record: PartialRecord
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
  /** Whether it may be entered together with others. Not for what may take long. */
  readonly mayJoin?: boolean
}

/**
 * The only way into the record: queue, take the record lock, look for an earlier answer, do the work,
 * relabel, append the events, store the answer, commit. Retried after transient database errors.
 * Writes that wait are entered together.
 *
 * @throws {DomainError} what `work` refuses; `key-reused`; `unavailable` if its turn did not come or
 *   the retries failed
 */
export async function writeRecord<T, A>(deps: Deps, options: WriteOptions<T, A>): Promise<A> {
  const { actor, idempotent, isPreview, waitsAs = actor.id ?? actor.role } = options
  const { previews, writeQueue, pendingWrites } = deps
  const enter: Enter<A> = async (tx, locking) => {
    const [locked, earlier] = await Promise.all([locking, findEarlier(tx, options)])
    return (await repeated(tx, earlier, options)) ?? writeOnce(deps, tx, locked, options)
  }
  const alone = () => enterAlone(deps, enter, isPreview)
  if (isPreview) return previews ? previews.take(waitsAs, alone) : alone()
  const queued = () => {
    if (!writeQueue) return alone()
    return options.mayJoin
      ? takeTogether(deps, writeQueue, waitsAs, enter)
      : writeQueue.take(waitsAs, alone)
  }
  return pendingWrites && idempotent ? pendingWrites.join(idempotent, queued) : queued()
}

async function writeOnce<T, A>(
  deps: Deps,
  tx: Db,
  { at: time, ...head }: Locked,
  options: WriteOptions<T, A>,
): Promise<Outcome<A>> {
  const at = await time()
  const meter = new Meter(reachOf(options, deps))
  const deferred = new DeferredStatements()
  return deferred.during(() => writeWith(deferred, tx, { ...head, at, meter }, options))
}

/** A write with more events takes long to compute, and the database can work meanwhile. */
const shortMax = 100

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
  // What a short write has to spare is sent at the end, at once.
  if (drafts.length > shortMax) deferred.doSpare()
  const last = head.seq + drafts.length
  // Asked before the long part, so that the write does not wait for it.
  const measuring = measure(tx, movedQuotes(drafts, changes))
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
  meter.check()
  await deferred.start(writeStatuses)
  const quoted = await settle(await measuring, gathered, { last, deferred, after: head.seq })
  const appending = appendEvents(tx, { actor, at, exempt, drafts })
  await deferred.start(() => appending)
  await deferred.start(writeHistory)
  const events = drafts.length > 0 ? { first: head.seq + 1, last, at } : null
  const redacts = drafts.some(({ kind }) => kind.endsWith('.redacted'))
  // The answer and the notification read what deferred statements write.
  await deferred.sent()
  if (events) {
    const told = { ...events, redacts, moved: movedBy(drafts, changes, moved) }
    await deferred.start(() => insertOutbox(tx, told))
  }
  const { statusChanges, rejudged } = effects
  const changed = changes.flatMap(itemOf)
  const record = writing.view()
  const written = { result, events, statusChanges, rejudged, changed, quoted, told: drafts, record }
  const answer = await options.answer(written, tx)
  if (isPreview) return { answer }
  if (idempotent && retries) {
    const kept = { ...idempotent, kept: retries.keep(answer), at }
    deferred.last(() => insertAnswer(tx, kept))
  }
  return { answer, effects, event: await appending }
}

/** Its failure is thrown where it is awaited. */
function measure(tx: Db, moved: MovedQuotes | undefined): Promise<readonly MeasuredReport[]> {
  const measuring = moved ? listMeasured(tx, moved) : Promise.resolve([])
  measuring.catch(() => {})
  return measuring
}

/** @throws the refusal of quotes that take too much of a report */
async function settle(
  measured: readonly MeasuredReport[],
  { writing: { tx, actor, meter }, drafts, quotesRefusal }: Gathered,
  { last, deferred, after }: { last: number; deferred: DeferredStatements; after: number },
): Promise<readonly QuotedOf[]> {
  if (measured.length === 0) return []
  // The words of the new quotes are there then.
  await deferred.sent()
  const told = new Set(drafts.map(({ object }) => object))
  const { warned, over } = await settleQuoted(tx, measured, { actor, after, seq: last, told })
  meter.check()
  if (over.length > 0) throw quotesRefusal(over)
  return warned
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
