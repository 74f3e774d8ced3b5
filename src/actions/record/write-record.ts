import { accountOf, mayWrite, type Actor } from '../../domain/actor.ts'
import type { QuotedOf } from '../../domain/quoted-share.ts'
import type { Change } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import { appendEvents, insertWords } from '../../store/events.ts'
import type { Head, Locked } from '../../store/head.ts'
import { insertAnswers, type KeptAnswer } from '../../store/idempotency.ts'
import { loadLabelsAhead } from '../../store/labels.ts'
import { insertOutbox } from '../../store/outbox.ts'
import { lookUp, type LookedUp } from '../../store/references.ts'
import { listMeasured, type MeasuredReport, type MovedQuotes } from '../../store/quoted.ts'
import { requireSecondPerson } from './consequence/second-person.ts'
import { weigh } from './consequence/weigh.ts'
import type { Deps } from './deps.ts'
import { DeferredStatements } from './deferred-statements.ts'
import type { JointEntry, JointWay } from './member.ts'
import { importReach, Meter, requestReach, unlimited, within, type Reach } from './meter.ts'
import { movedBy } from './moved.ts'
import { movedQuotes } from './quoted/moved-quotes.ts'
import { settleQuoted } from './quoted/settle-quoted.ts'
import { relabel } from './relabel.ts'
import { alone } from '../../engine/change/sharing.ts'
import { enterAlone, takeTogether, type Enter, type Outcome, type PartOf } from './together.ts'
import { importers } from './queue/write-queue-limits.ts'
import { gather, type Gathered, type Writing } from './writing.ts'
import { findEarlier, repeated } from './earlier-answer.ts'
import type { Idempotent, Retries } from './idempotent.ts'
import type { Written } from './written.ts'

export interface WriteOptions<T, A> {
  readonly actor: Actor
  /** The caller as whom it queues, if not the actor. */
  readonly waitsAs?: string
  readonly work: (writing: Writing) => Promise<T>
  /** What its lines name. It is looked up together with the lock, before the work begins. */
  readonly names?: readonly string[] | undefined
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
  /** Says how it is entered jointly with others, in the place of its work. */
  readonly jointly?: Jointly<T> | undefined
}

/** How a write is entered jointly with others. */
export interface Jointly<T> {
  readonly way: JointWay
  readonly entry: JointEntry
  /** Its result, from the object that its answer shows. */
  readonly resultOf: (shown: string) => T
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
  const { actor, idempotent, isPreview } = options
  const account = accountOf(actor)
  const { waitsAs = account } = options
  const { previews, writeQueue, pendingWrites } = deps
  const reach = reachOf(options, deps)
  const enter: Enter<A> = async (tx, locking, group) => {
    const [locked, earlier, lookedUp] = await Promise.all([
      locking,
      findEarlier(tx, options),
      options.names && lookUp(tx, options.names),
    ])
    const again = await repeated(tx, earlier, options)
    if (again) return again
    return writeOnce(tx, { ...locked, lookedUp, reach: within(reach, group) }, options)
  }
  const enterNow = () => enterAlone(deps, enter, { isPreview, reach })
  if (isPreview) return previews ? previews.take(waitsAs, enterNow) : enterNow()
  const queued = () => {
    if (!writeQueue) return enterNow()
    return options.mayJoin
      ? takeTogether(deps, writeQueue, waitsAs, { enter, reach, ...jointPartOf(reach, options) })
      : writeQueue.take(waitsAs, enterNow, { account })
  }
  return pendingWrites && idempotent ? pendingWrites.join(idempotent, queued) : queued()
}

async function writeOnce<T, A>(
  tx: Db,
  {
    at: time,
    reach,
    ...head
  }: Locked & { readonly lookedUp: LookedUp | undefined; readonly reach: Reach },
  options: WriteOptions<T, A>,
): Promise<Outcome<A>> {
  const at = await time()
  const meter = new Meter(reach)
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
  head: Head & Pick<Writing, 'at' | 'meter' | 'lookedUp'>,
  options: WriteOptions<T, A>,
): Promise<Outcome<A>> {
  const { actor } = options
  const { at, meter, lookedUp } = head
  const gathered = gather({ tx, at, actor, deferred, meter, lookedUp, after: head.seq })
  const { writing, drafts, changes, held } = gathered
  // Relabelling begins with them.
  const labelling = loadLabelsAhead(tx, claimsAmong(lookedUp))
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
    labels: await labelling,
    changes,
    held,
    deferred,
    meter,
    sharing: alone(last),
    at,
  })
  const exempt = gathered.areConsequencesSettled()
    ? new Set<number>()
    : await requireSecondPerson(tx, actor, weigh(effects.statusChanges, gathered))
  meter.check()
  await deferred.start(writeStatuses)
  const quoted = await settle(await measuring, gathered, { last, deferred, after: head.seq })
  const appending = appendEvents(tx, [{ actor, at, exempt, drafts }])
  await deferred.start(() => appending)
  await deferred.start(writeHistory)
  const events = drafts.length > 0 ? { first: head.seq + 1, last, at } : null
  const redacts = drafts.some(({ kind }) => kind.endsWith('.redacted'))
  // The answer and the notification read what deferred statements write.
  await deferred.sent()
  if (events) {
    const told = { ...events, redacts, moved: movedBy(drafts, changes, moved) }
    await deferred.start(() => insertOutbox(tx, [told]))
  }
  const { statusChanges, rejudged } = effects
  const changed = changes.flatMap(itemOf)
  const record = writing.view()
  const written = { result, events, statusChanges, rejudged, changed, quoted, told: drafts, record }
  const { answer, kept } = await conclude(options, written, { tx, at })
  deferred.last(() => insertAnswers(tx, kept))
  const [event] = await appending
  return { answer, effects, event }
}

/** What another write needs to enter this one jointly with others. */
function jointPartOf<T, A>(
  reach: Reach,
  options: WriteOptions<T, A>,
): { readonly way: JointWay; readonly part: PartOf<A> } | undefined {
  const { jointly, actor, idempotent } = options
  if (!jointly) return undefined
  const { way, entry, resultOf } = jointly
  const part: PartOf<A> = (entered) => ({
    entry,
    actor,
    idempotent,
    reach,
    conclude: async ({ written, shown, at, effects, event }, tx) => {
      const all = { ...written, result: resultOf(shown) }
      const { answer, kept } = await conclude(options, all, { tx, at })
      return { entered: entered({ answer, effects, event }), kept }
    },
  })
  return { way, part }
}

/** Makes the answer, and says what of it is stored for retries. */
async function conclude<T, A>(
  { answer: make, idempotent, retries, isPreview }: WriteOptions<T, A>,
  written: Written<T>,
  { tx, at }: { readonly tx: Db; readonly at: Date },
): Promise<{ readonly answer: A; readonly kept: readonly KeptAnswer[] }> {
  const answer = await make(written, tx)
  if (isPreview || !idempotent || !retries) return { answer, kept: [] }
  return { answer, kept: [{ ...idempotent, kept: retries.keep(answer), at }] }
}

/** The claims that a write names. */
function claimsAmong(lookedUp: LookedUp | undefined): readonly string[] {
  return (lookedUp?.found ?? []).flatMap(({ type, id }) => (type === 'claim' ? [id] : []))
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
  const watch = (quotes: readonly string[]) => meter.each(quotes)
  const write = { actor, after, seq: last, told, watch }
  const { warned, over } = await settleQuoted(tx, measured, write)
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
