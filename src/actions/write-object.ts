import type { Noun } from '../domain/nouns.ts'
import { z } from 'zod'
import { mayPreview, mayWrite, needsScope, type Actor, type Scope } from '../domain/actor.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { DomainError, notFound } from '../domain/errors.ts'
import { id } from '../domain/references.ts'
import type { PartialRecord } from '../engine/record/partial-record.ts'
import { statuses } from '../domain/status.ts'
import type { Advice } from '../domain/suggestion.ts'
import { showThen } from '../store/as-of.ts'
import type { Db } from '../store/database/db.ts'
import { findLives, type Life } from '../store/lives.ts'
import { findRedacted } from '../store/redactions.ts'
import { findReferences } from '../store/references.ts'
import { cannotChange } from './bundle/check-voided.ts'
import { inBody, type PointerOf } from './in-body.ts'
import type { Submitted } from './record/submissions.ts'
import { SecondPersonNeeded } from './record/consequence/second-person.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord, type Jointly } from './record/write-record.ts'
import { advise, adviseAgain, keepAdvice, keptAdvice } from './record/suggestions/advise.ts'
import { explainChanges, type ExplainedChanges } from './record/explained-claims.ts'
import { retries, type Idempotent } from './record/idempotent.ts'
import type { StatusChange } from './record/relabel.ts'
import type { Writing } from './record/writing.ts'

/** A dry run of a write. */
export interface Preview {
  /** The language of its sentences. */
  readonly language: DisplayLanguage
}

/** Who writes an object, and how it is shown afterwards. */
export interface ObjectWrite<V> {
  readonly actor: Actor
  readonly idempotent?: Idempotent | undefined
  /** Set if the write is only previewed. */
  readonly preview?: Preview | undefined
  /** The request as JSON, on which a second person decides. */
  readonly request?: unknown
  /** Loads the object for the answer, as readers see it. */
  readonly show: Show<V>
}

/** @param record the record as the write left it, as far as it is loaded */
type Show<V> = (tx: Db, id: string, record?: PartialRecord) => Promise<V>

/** What a write of one object did. */
export interface WrittenObject<V> {
  readonly id: string
  readonly object: V
  /** null if an amendment changed nothing. */
  readonly event: { readonly seq: number; readonly at: string } | null
  readonly statusChanges: readonly StatusChange[]
  readonly advice: Advice
  /** Only in a preview: what would change in statuses and sentences. */
  readonly preview?: ExplainedChanges
}

/**
 * Writes one object: checks permission, does the work and loads what the answer shows.
 *
 * @param work does the work and returns the id of the object to show
 * @param special.pointerOf the place in the request body of a fault in a line
 * @param special.jointly how it is entered jointly with others, in the place of its work
 * @param special.names what it names, to be looked up together with the lock
 * @param special.mayTakeLong whether other writes should not be entered together with it
 * @returns what was done, or the submission if the write takes a second person and there is a review
 * @throws {DomainError} `forbidden`, or what the record refuses
 */
export async function writeObject<V>(
  deps: Deps,
  write: ObjectWrite<V>,
  work: (writing: Writing) => Promise<string>,
  {
    pointerOf = ({ pointer }) => pointer,
    mayTakeLong = false,
    jointly,
    names,
  }: {
    readonly pointerOf?: PointerOf
    readonly mayTakeLong?: boolean
    readonly jointly?: Pick<Jointly<string>, 'way' | 'entry'> | undefined
    readonly names?: readonly string[]
  } = {},
): Promise<WrittenObject<V> | Submitted> {
  requireScope(write.actor, 'edit', write.preview)
  try {
    return await writeNow(
      deps,
      { ...write, mayJoin: !mayTakeLong, jointly, names },
      inBody(work, pointerOf),
    )
  } catch (error) {
    if (!(error instanceof SecondPersonNeeded) || !deps.secondPerson || write.preview) throw error
    const { actor, idempotent, request } = write
    const { reasons } = error
    return { submission: await deps.secondPerson.submit({ actor, idempotent, reasons, request }) }
  }
}

async function writeNow<V>(
  deps: Deps,
  {
    actor,
    idempotent,
    preview,
    show,
    mayJoin,
    jointly,
    names,
  }: ObjectWrite<V> & {
    readonly mayJoin: boolean
    readonly jointly: Pick<Jointly<string>, 'way' | 'entry'> | undefined
    readonly names: readonly string[] | undefined
  },
  work: (writing: Writing) => Promise<string>,
): Promise<WrittenObject<V>> {
  return writeRecord(deps, {
    actor,
    mayJoin,
    jointly: jointly && { ...jointly, resultOf: (shown) => shown },
    isPreview: preview !== undefined,
    names,
    work,
    answer: async ({ result: id, events, statusChanges, rejudged, changed, ...rest }, tx) => ({
      id,
      object: await show(tx, id, rest.record),
      event: events && { seq: events.last, at: events.at.toISOString() },
      statusChanges,
      advice: await advise(tx, rest),
      ...(preview && {
        preview: await explainChanges(
          { tx, before: deps.db },
          { rejudged, changed: [id, ...changed] },
          preview.language,
        ),
      }),
    }),
    idempotent,
    retries: retries({
      schema: keptWrite,
      keep: ({ id, event, statusChanges, advice }) => ({
        object: id,
        event,
        statusChanges,
        ...keepAdvice(advice),
      }),
      again: async ({ object: id, event, statusChanges, ...advice }, tx) =>
        showThen(tx, event?.seq, async (then) => ({
          id,
          object: await show(then, id),
          event,
          statusChanges,
          advice: await adviseAgain(then, advice),
        })),
    }),
  })
}

/** What is stored of a write for retries, which are shown the object as it was then. */
const keptWrite = z.object({
  object: id,
  event: z.object({ seq: z.int(), at: z.string() }).nullable(),
  statusChanges: z
    .array(
      z.object({
        claim: id,
        from: z.enum(statuses).nullable(),
        to: z.enum(statuses).nullable(),
      }),
    )
    .readonly(),
  ...keptAdvice,
})

/** @throws {DomainError} `forbidden` */
export function requireScope(actor: Actor, needed: Scope, preview?: Preview): void {
  const may = preview ? mayPreview : mayWrite
  if (!may(actor, needed)) throw new DomainError('forbidden', needsScope(actor, needed))
}

/** @throws {DomainError} `not-found` */
export async function requireObject(tx: Db, type: Noun, id: string): Promise<void> {
  if ((await findReferences(tx, type, [id])).size === 0) throw notFound()
}

/**
 * Checks that the caller saw the current version. Under the record lock, it cannot change after this.
 *
 * @throws {DomainError} `not-found`, `precondition-failed`; `conflict` for what was merged
 */
export async function requireVersion(
  tx: Db,
  id: string,
  versions: readonly number[],
): Promise<void> {
  const life = await requireVersionOfAny(tx, id, versions)
  if (life.mergedInto !== null) throw mergedAway(life, 'conflict')
}

/** The same, also for what was merged. */
export async function requireVersionOfAny(
  tx: Db,
  id: string,
  versions: readonly number[],
): Promise<Life> {
  const life = (await findLives(tx, [id])).get(id)
  if (!life) throw notFound()
  if (versions.includes(life.version)) return life
  if (life.mergedInto !== null) throw mergedAway(life, 'precondition-failed')
  const message = `If-Match does not name its present version, which is ${life.version}. Read it again.`
  throw new DomainError('precondition-failed', message)
}

/**
 * @param done what is done to it
 * @throws {DomainError} `not-found`; `conflict` for what was merged or voided
 */
export async function requireLasting(tx: Db, id: string, done: string): Promise<void> {
  refuseGone((await findLives(tx, [id])).get(id), done)
}

/** The same for what was looked up already. */
export function refuseGone(
  found: Pick<Life, 'type' | 'id' | 'mergedInto' | 'isVoid' | 'voidedAt'> | undefined,
  done: string,
): void {
  if (!found) throw notFound()
  if (found.mergedInto !== null) throw mergedAway(found, 'conflict')
  if (!found.isVoid) return
  const message = cannotChange({ ...found, into: null, since: found.voidedAt }, done)
  throw new DomainError('conflict', message)
}

function mergedAway(
  { id, mergedInto, version }: Pick<Life, 'id' | 'mergedInto'> & { readonly version?: number },
  code: 'conflict' | 'precondition-failed',
): DomainError {
  const since = code === 'conflict' ? '' : ` since (it is at version ${version} now)`
  const message = `${id} is merged into ${mergedInto}${since}. Write to that one, or void the merge first.`
  return new DomainError(code, message, [], { facts: { mergedInto } })
}

/** @throws {DomainError} `conflict` */
export async function refuseRedacted(tx: Db, id: string, why: string): Promise<void> {
  if ((await findRedacted(tx, [id])).size > 0)
    throw new DomainError('conflict', `The words of ${id} were removed, ${why}.`)
}
