import { NotIndependent } from '../../engine/change/sharing.ts'
import type { Change, ItemId } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import { appendEvents, insertWords } from '../../store/events.ts'
import { openBatches, type Locked } from '../../store/head.ts'
import { insertAnswers } from '../../store/idempotency.ts'
import { insertOutbox } from '../../store/outbox.ts'
import type { DuplicatePolicy } from '../bundle/candidates.ts'
import { enterObjects } from '../bundle/enter.ts'
import { judgeRecord } from '../bundle/judge-record.ts'
import { RefusedLines } from '../bundle/refused-lines.ts'
import {
  requireSecondPerson,
  SecondPersonNeeded,
  type Exempt,
} from '../record/consequence/second-person.ts'
import { weigh } from '../record/consequence/weigh.ts'
import { DeferredStatements } from '../record/deferred-statements.ts'
import { NotJointly } from '../record/joint.ts'
import type { Entered, JointPart, JointWay } from '../record/member.ts'
import { groupReach, Meter, within } from '../record/meter.ts'
import { movedBy } from '../record/moved.ts'
import { movedQuotes } from '../record/quoted/moved-quotes.ts'
import { relabel, type StatusChange } from '../record/relabel.ts'
import { divide } from './divide.ts'
import { lineOf, nameJointly, partAt } from './name-jointly.ts'
import { shareEvents, type Share } from './share-events.ts'

/**
 * Enters answers to claims jointly, as one bundle: what they read is loaded once, and what they write
 * is inserted once. They are numbered one after the other, and every effect belongs to one of them,
 * because they are independent (`SharedOut`). So each leaves what it leaves alone.
 *
 * @param policy what they do about likely duplicates
 */
export function joining(policy: DuplicatePolicy): JointWay {
  return {
    divide,
    enter: async (tx, locked, parts) => {
      const deferred = new DeferredStatements()
      try {
        return await deferred.during(() => enterWith(deferred, tx, locked, { parts, policy }))
      } catch (error) {
        if (error instanceof RefusedLines)
          throw new NotJointly(error.faults.map(({ line }) => partAt(line)))
        if (!(error instanceof NotIndependent)) throw error
        const { alone, after } = error
        const isKnown = alone.length + after.length > 0
        throw new NotJointly(isKnown ? alone : parts.keys(), after)
      }
    },
  }
}

async function enterWith(
  deferred: DeferredStatements,
  tx: Db,
  { at: time, seq }: Locked,
  { parts, policy }: { readonly parts: readonly JointPart[]; readonly policy: DuplicatePolicy },
): Promise<readonly Entered[]> {
  const [first] = parts
  if (first === undefined) return []
  const at = await time()
  const meter = new Meter(within(first.reach, groupReach))
  const named = await nameJointly(tx, parts, policy, { at, meter })
  const { all, each, sharing, writing } = shareEvents(
    { tx, at, deferred, meter },
    seq,
    parts,
    named,
  )
  await deferred.start(() =>
    openBatches(
      tx,
      each.map(({ batch }) => batch.first),
    ),
  )
  const { lines, names, entries } = named
  await enterObjects(writing, entries, { touched: [], leadsTo: (id) => id, sound: names.sound })
  await judgeRecord(writing, lines, names, { atRisk: new Map(), newRulings: new Map() })
  requireForeseen(each)

  const drafts = each.flatMap(({ gathered }) => gathered.drafts)
  deferred.spare(() => insertWords(tx, drafts))
  const record = writing.view()
  const { changes, held } = all
  const { writeStatuses, writeHistory, nodesTouched, ...effects } = await relabel(tx, {
    record,
    changes,
    held,
    deferred,
    meter,
    sharing,
    at,
  })
  const writeOf = (item: string) => sharing.writeOf(item)
  const statusChanges = Map.groupBy(effects.statusChanges, ({ claim }) => writeOf(claim))
  const rejudged = Map.groupBy(effects.rejudged, writeOf)
  const moved = Map.groupBy(effects.moved, writeOf)
  const changed = Map.groupBy(changes, (change) => writeOf(itemOf(change)))
  const exempt = await exemptions(tx, each, statusChanges)
  meter.check()
  await deferred.start(writeStatuses)
  const appending = appendEvents(
    tx,
    each.map(({ part: { actor }, gathered, place }) => {
      return { actor, at, exempt: exempt[place] ?? new Set(), drafts: gathered.drafts }
    }),
  )
  await deferred.start(() => appending)
  await deferred.start(writeHistory)
  await deferred.sent()
  const told = each.map(({ place, batch, gathered }) => {
    const own = movedBy(gathered.drafts, changed.get(place) ?? [], moved.get(place) ?? [])
    return { ...batch, at, redacts: false, moved: own }
  })
  await deferred.start(() => insertOutbox(tx, told))
  const events = await appending
  // Nothing may be sent once the others are undone.
  const concluded = await Promise.allSettled(
    each.map(({ place, part, batch, gathered }) => {
      const own = statusChanges.get(place) ?? []
      const written = {
        events: { ...batch, at },
        statusChanges: own,
        rejudged: rejudged.get(place) ?? [],
        changed: (changed.get(place) ?? []).map(itemOf),
        quoted: [],
        told: gathered.drafts,
        record,
      }
      const shown = names.ids.get(lineOf(place, part.entry.shown)) ?? ''
      const effects = {
        statusChanges: own,
        nodesTouched: Math.round(nodesTouched / each.length),
      }
      return part.conclude({ written, shown, at, effects, event: events[place] }, tx)
    }),
  )
  const done = concluded.map((each) => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
  const kept = done.flatMap((each) => each.kept)
  deferred.last(() => insertAnswers(tx, kept))
  return done.map(({ entered }) => entered)
}

/** A write that has other events than its objects, or moves how much is quoted, goes alone. */
function requireForeseen(each: readonly Share[]): void {
  const others = each.filter(
    ({ gathered: { drafts }, batch: { first, last } }) =>
      drafts.length !== last - first + 1 || movedQuotes(drafts, []) !== undefined,
  )
  if (others.length > 0) throw new NotJointly(others.map(({ place }) => place))
}

/** Applies the consequence rule to each. */
async function exemptions(
  tx: Db,
  each: readonly Share[],
  statusChanges: ReadonlyMap<number, readonly StatusChange[]>,
): Promise<readonly Exempt[]> {
  const alone: number[] = []
  const exempt = await Promise.all(
    each.map(({ part: { actor }, place, gathered }) =>
      requireSecondPerson(tx, actor, weigh(statusChanges.get(place) ?? [], gathered)).catch(
        (error: unknown): Exempt => {
          if (!(error instanceof SecondPersonNeeded)) throw error
          alone.push(place)
          return new Set()
        },
      ),
    ),
  )
  if (alone.length > 0) throw new NotJointly(alone)
  return exempt
}

function itemOf(change: Change): ItemId {
  if ('claim' in change) return change.claim
  return 'link' in change ? change.link : change.source
}
