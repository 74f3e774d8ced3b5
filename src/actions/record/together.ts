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
import { commit, type Done, type Holding } from './commit.ts'
import type { Deps } from './deps.ts'
import { movedIn, type Effects } from './measures.ts'
import { enterPiece, piecesOf } from './joint.ts'
import type { Entered, JointPart, JointWay, Member } from './member.ts'
import { groupReach, HeldTooLong, requestReach, type Reach, type TimeReach } from './meter.ts'
import type { Left, WriteQueue } from './queue/write-queue-limits.ts'

/** What a write came to. */
export interface Outcome<A> extends Done {
  readonly answer: A
  /** Missing if the answer repeats an earlier one. */
  readonly effects?: Effects
}

/** Carries out a write while the record lock is held. */
export type Enter<A> = (tx: Db, locking: Promise<Locked>, group?: TimeReach) => Promise<Outcome<A>>

/** A write as a part of a joint one, given what its outcome is for its caller. */
export type PartOf<A> = (entered: (outcome: Outcome<A>) => Entered) => JointPart

/** How a write is carried out, alone or jointly with others. */
interface Ways<A> {
  readonly enter: Enter<A>
  readonly reach: Reach
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
  { enter, reach, way, part }: Ways<A>,
): Member & { readonly answer: Promise<A> } {
  const { promise: answer, resolve, reject } = Promise.withResolvers<A>()
  // Its caller may begin to wait for it after it has failed.
  answer.catch(() => {})
  // Another request may carry it out; what it logs belongs to its own.
  const inOwnContext = AsyncLocalStorage.snapshot()
  const own: Enter<A> = (tx, locking, group) => inOwnContext(() => enter(tx, locking, group))
  const entered = (outcome: Outcome<A>): Entered => {
    const { event, effects } = outcome
    return { event, isNew: effects !== undefined, settle: () => resolve(finish(deps, outcome)) }
  }
  const jointly = part?.(entered)
  return {
    answer,
    enter: async (tx, locking, group) => entered(await own(tx, locking, group)),
    way,
    part: jointly && {
      ...jointly,
      conclude: (done, tx) => inOwnContext(() => jointly.conclude(done, tx)),
    },
    enterAlone: () => enterAlone(deps, own, { reach }).then(resolve, reject),
    fail: reject,
  }
}

/** Queues a write and carries it out when its turn comes, with those that may be entered with it. */
export async function takeTogether<A>(
  deps: Deps,
  queue: WriteQueue<Member>,
  caller: string,
  ways: Ways<A>,
): Promise<A> {
  const member = memberOf(deps, ways)
  const work = async (others: readonly Member[]): Promise<Left<Member>> => {
    const members = [member, ...others]
    try {
      if (others.length > 0) return await enterTogether(deps, members, queue.togetherMsMax)
      await member.enterAlone()
    } catch (error) {
      // A fault of ours. Nobody may wait for ever because of it.
      for (const each of members) each.fail(error)
    }
    return nobody
  }
  return queue.join(caller, member, work)
}

/** Carries out a write in a transaction of its own. */
export async function enterAlone<A>(deps: Deps, enter: Enter<A>, holding: Holding): Promise<A> {
  return finish(deps, await commit(deps, enter, holding))
}

/**
 * Carries out some writes, one after the other, each as if it came alone, and commits them together.
 * One that is refused leaves nothing; one that fails otherwise, or takes long, has to go alone.
 *
 * @param msMax after so long, what is done is committed, and the rest is left
 */
async function enterTogether(
  deps: Deps,
  members: readonly Member[],
  msMax: number,
): Promise<Left<Member>> {
  const group = (tx: Db, locking: Promise<Locked>) =>
    locking.then((locked) => enterEach(deps, tx, locked, { members, msMax }))
  try {
    const { results } = await commit(deps, group, { reach: deps.reach ?? requestReach })
    const alone = members.filter((member, place) => {
      const result = results[place]
      return result !== undefined && !tell(member, result)
    })
    const after = members.slice(results.length)
    // Time was over before anything was done.
    return results.length > 0 ? { alone, after } : { alone: members, after: [] }
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof HeldTooLong)
      return { alone: members, after: [] }
    for (const member of members) member.fail(error)
    return nobody
  }
}

const nobody: Left<Member> = { alone: [], after: [] }

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
    const hasBegun = results.length > 0 || attempts > 0
    if (hasBegun && performance.now() - begun > msMax) break
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
      groupReach,
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

/** Answers a write, unless it has to be tried alone: then returns false. */
function tell(member: Member, result: Entered | Failed): boolean {
  if ('settle' in result) result.settle()
  else if (!(result.error instanceof DomainError) || result.error instanceof HeldTooLong)
    return false
  else member.fail(result.error)
  return true
}

function finish<A>({ measures, onCommit }: Deps, { answer, effects, event }: Outcome<A>): A {
  if (effects) measures?.written(effects.nodesTouched, movedIn(effects))
  if (event) onCommit?.(event.seq)
  return answer
}
