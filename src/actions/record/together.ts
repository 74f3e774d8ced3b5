import { AsyncLocalStorage } from 'node:async_hooks'
import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { isTransient } from '../../store/database/faults.ts'
import {
  releaseSavepoint,
  rollBackToSavepoint,
  setSavepoint,
} from '../../store/database/savepoint.ts'
import { lockHead, type Locked } from '../../store/head.ts'
import { commit, type Done } from './commit.ts'
import type { Deps } from './deps.ts'
import { movedIn, type Effects } from './measures.ts'
import { enterPiece, piecesOf } from './joint.ts'
import type { Entered, JointPart, JointWay, Member } from './member.ts'
import type { WriteQueue } from './write-queue.ts'

/** What a write came to. */
export interface Outcome<A> extends Done {
  readonly answer: A
  /** Missing if the answer repeats an earlier one. */
  readonly effects?: Effects
}

/** Carries out a write while the record lock is held. */
export type Enter<A> = (tx: Db, locking: Promise<Locked>) => Promise<Outcome<A>>

/** A write as a part of a joint one, given what its outcome is for its caller. */
export type PartOf<A> = (entered: (outcome: Outcome<A>) => Entered) => JointPart

/** How a write is carried out, alone or jointly with others. */
interface Ways<A> {
  readonly enter: Enter<A>
  readonly way?: JointWay
  readonly part?: PartOf<A>
}

/** A write that failed, and left nothing. */
interface Failed {
  readonly error: unknown
}

/** A write as a member of a group, and its answer. */
function memberOf<A>(
  deps: Deps,
  { enter, way, part }: Ways<A>,
): Member & { readonly answer: Promise<A> } {
  const { promise: answer, resolve, reject } = Promise.withResolvers<A>()
  // Its caller may begin to wait for it after it has failed.
  answer.catch(() => {})
  // Another request may carry it out; what it logs belongs to its own.
  const inOwnContext = AsyncLocalStorage.snapshot()
  const own: Enter<A> = (tx, locking) => inOwnContext(() => enter(tx, locking))
  const entered = (outcome: Outcome<A>): Entered => {
    const { event, effects } = outcome
    return { event, isNew: effects !== undefined, settle: () => resolve(finish(deps, outcome)) }
  }
  const jointly = part?.(entered)
  return {
    answer,
    enter: async (tx, locking) => entered(await own(tx, locking)),
    way,
    part: jointly && {
      ...jointly,
      conclude: (done, tx) => inOwnContext(() => jointly.conclude(done, tx)),
    },
    enterAlone: () => enterAlone(deps, own).then(resolve, reject),
    fail: reject,
  }
}

/** Queues a write and carries it out when its turn comes, with those that may be entered with it. */
export async function takeTogether<A>(
  deps: Deps,
  queue: WriteQueue,
  caller: string,
  ways: Ways<A>,
): Promise<A> {
  const member = memberOf(deps, ways)
  const work = async (others: readonly Member[]) => {
    const members = [member, ...others]
    try {
      await enterTogether(deps, members, queue.togetherMsMax)
    } catch (error) {
      // A fault of ours. Nobody may wait for ever because of it.
      for (const each of members) each.fail(error)
    }
    return member.answer
  }
  return queue.take(caller, work, member)
}

/** Carries out a write in a transaction of its own. */
export async function enterAlone<A>(deps: Deps, enter: Enter<A>, isPreview = false): Promise<A> {
  return finish(deps, await commit(deps, enter, isPreview))
}

/**
 * Carries out some writes, one after the other, each as if it came alone, and commits them together.
 * One that is refused leaves nothing; one that fails otherwise is tried alone.
 *
 * @param msMax after so long, what is done is committed, and the rest forms another group
 */
async function enterTogether(deps: Deps, members: readonly Member[], msMax: number): Promise<void> {
  let left = members
  while (left.length > 1) {
    const group = left
    try {
      const { results } = await commit(deps, async (tx, locking) =>
        enterEach(deps, tx, await locking, { members: group, msMax }),
      )
      for (const [index, result] of results.entries()) await tell(group[index], result)
      left = left.slice(results.length)
    } catch (error) {
      if (error instanceof DomainError) return left.forEach((member) => member.fail(error))
      break
    }
  }
  for (const member of left) await member.enterAlone()
}

interface Group extends Done {
  readonly results: readonly (Entered | Failed)[]
}

async function enterEach(
  { log }: Deps,
  tx: Db,
  locked: Locked,
  { members, msMax }: { readonly members: readonly Member[]; readonly msMax: number },
): Promise<Group> {
  const begun = performance.now()
  const results: (Entered | Failed)[] = []
  let kept: Promise<unknown> = nothing
  let attempts = 0
  const left = [...piecesOf(members)]
  for (let piece = left.shift(); piece; piece = left.shift()) {
    if (results.length > 0 && performance.now() - begun > msMax) break
    const [first, ...rest] = piece.members
    if (!first) continue
    if (piece.way === undefined || rest.length === 0 || attempts === attemptsMax) {
      const tried = await enterOne(tx, locked, first, kept)
      results.push(tried.result)
      kept = tried.kept
      left.unshift({ ...piece, members: rest })
      continue
    }
    const tried = await enterPiece(tx, locked, { ...piece, way: piece.way }, kept)
    if (tried.fault !== undefined) log.warn({ err: tried.fault }, 'Writes go one by one.')
    if (tried.pieces.length > 0) attempts += 1
    results.push(...tried.results)
    left.unshift(...tried.pieces)
    kept = tried.kept
  }
  await kept
  const event = results.flatMap((result) => ('event' in result && result.event) || []).at(-1)
  return { results, event }
}

/** So often may writes turn out to be such that they cannot be entered jointly. */
const attemptsMax = 8

interface Tried {
  readonly result: Entered | Failed
  /** What it sent last, together with the first statements of the next write. */
  readonly kept: Promise<unknown>
}

const savepoint = 'one_write'
const nothing = Promise.resolve()

/**
 * @param before what the write before it sent last
 * @throws if that failed, or the connection was lost
 */
async function enterOne(
  tx: Db,
  { at }: Locked,
  member: Member,
  before: Promise<unknown>,
): Promise<Tried> {
  // Each write is a batch of its own.
  const locking = Promise.all([setSavepoint(tx, savepoint), lockHead(tx)])
  try {
    const result = await member.enter(
      tx,
      locking.then(([, head]) => ({ ...head, at })),
    )
    if (result.isNew) {
      const kept = releaseSavepoint(tx, savepoint)
      kept.catch(() => {})
      return { result, kept }
    }
    // What repeated its answer may have left the transaction in the past.
    await rollBackToSavepoint(tx, savepoint)
    return { result, kept: nothing }
  } catch (error) {
    if (isTransient(error)) throw error
    await before
    await rollBackToSavepoint(tx, savepoint)
    return { result: { error }, kept: nothing }
  }
}

async function tell(member: Member | undefined, result: Entered | Failed): Promise<void> {
  if ('settle' in result) result.settle()
  else if (result.error instanceof DomainError) member?.fail(result.error)
  else await member?.enterAlone()
}

function finish<A>({ measures, onCommit }: Deps, { answer, effects, event }: Outcome<A>): A {
  if (effects) measures?.written(effects.nodesTouched, movedIn(effects))
  if (event) onCommit?.(event.seq)
  return answer
}
