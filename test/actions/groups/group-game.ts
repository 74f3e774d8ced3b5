import type { Member } from '../../../src/actions/record/member.ts'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import type { Deps } from '../../../src/actions/record/deps.ts'
import { openWriteQueue } from '../../../src/actions/record/queue/write-queue.ts'
import {
  type WriteQueue,
  writeQueueLimits,
} from '../../../src/actions/record/queue/write-queue-limits.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { carryOut, writesBy, type Call, type Writes } from '../../../src/writes/writes.ts'
import { randomFrom } from '../../oracle/random.ts'
import { quiet } from '../../support/import.ts'
import { idsFrom, layGround } from './ground.ts'
import { randomWrite, type RandomWrite } from './random-write.ts'
import {
  comparableIn,
  differencesOf,
  outcomeOf,
  wholeRecord,
  type Outcome,
} from './whole-record.ts'

interface GroupGame {
  /** An empty record, whose writes are entered together. */
  readonly together: Db
  /** Another one, whose writes are made one after the other. */
  readonly singly: Db
  readonly seed: number
  readonly bursts: number
  readonly fault: (words: string) => void
}

/** A record, and the ids that it assigned. */
interface Side {
  readonly db: Db
  readonly assigned: Map<string, string>
}

const writesMax = 30

/** Makes random bursts of writes in both records, in the same order, and compares what comes of it. */
export async function groupGame({ together, singly, seed, bursts, fault }: GroupGame) {
  const random = randomFrom(seed)
  const newId = idsFrom(seed)
  const ground = await layGround([together, singly], newId)
  const [ours, other]: [Side, Side] = [
    { db: together, assigned: new Map() },
    { db: singly, assigned: new Map() },
  ]
  const earlier: RandomWrite[] = []
  const seen = { done: 0, refused: 0, transactions: 0 }
  for (let burst = 1; burst <= bursts; burst++) {
    const count = 6 + random.below(writesMax - 6)
    const offered: RandomWrite[] = []
    const areAnswers = random.chance(0.6)
    while (offered.length < count) {
      const write = randomWrite(random, newId, ground, {
        earlier,
        burst: offered,
        areAnswers,
      })
      offered.push(write)
      earlier.push(write)
    }
    const writes = inTurns(offered)
    const { outcomes, transactions } = await makeTogether(ours, writes, (words) =>
      fault(`seed ${seed}, burst ${burst}: ${words}`),
    )
    const expected = await makeSingly(other, writes)
    seen.transactions += transactions
    const [inOurs, inOther] = [await comparableIn(together), await comparableIn(singly)]
    for (const [index, { what, enters }] of writes.entries()) {
      const [found, alone] = [
        inOurs(outcomes[index]?.text ?? ''),
        inOther(expected[index]?.text ?? ''),
      ]
      if (found !== alone)
        fault(
          `seed ${seed}, burst ${burst}, write ${index + 1} of ${count} (${what}) was answered ${found} and alone ${alone}`,
        )
      if (expected[index]?.id === undefined) seen.refused += 1
      else {
        seen.done += 1
        for (const { type, name } of enters) ground.known[type].push(name)
      }
    }
    const records = [
      await wholeRecord(together, inOurs),
      await wholeRecord(singly, inOther),
    ] as const
    for (const difference of differencesOf(...records))
      fault(`seed ${seed}, burst ${burst}: ${difference}`)
  }
  return { ...seen, joint: await countJoint(together) }
}

/** How many writes went into the subtransaction of another. */
async function countJoint(db: Db): Promise<number> {
  const { rows } = await sql<{ joint: number }>`
    select count(distinct batch) - count(distinct xmin::text) as joint from event
  `.execute(db)
  return rows[0]?.joint ?? 0
}

/** In the order of the queue: turns rotate among callers. */
function inTurns(writes: readonly RandomWrite[]): readonly RandomWrite[] {
  const lines = [...Map.groupBy(writes, ({ actor }) => actor.id).values()]
  return Array.from({ length: writes.length }, (_, round) =>
    lines.flatMap((line) => line[round] ?? []),
  ).flat()
}

async function makeTogether(
  side: Side,
  writes: readonly RandomWrite[],
  fault: (words: string) => void,
) {
  const writeQueue = openWriteQueue<Member>({
    ...writeQueueLimits,
    atOnceMax: 1,
    waitingMin: 64,
    togetherMsMax: Infinity,
  })
  let transactions = 0
  const measures = {
    lockWaited: () => void (transactions += 1),
    retried: () => {},
    written: () => {},
  }
  // What fails otherwise than expected is tried again, and nobody would notice.
  const warn = ({ err }: { readonly err?: unknown }, message: string) =>
    fault(`${message} ${inspect(err)}`)
  const deps = quiet(side.db)
  const into = writesInto(side, { ...deps, log: { ...deps.log, warn }, writeQueue, measures })
  const release = occupy(writeQueue)
  const made = writes.map(({ make }) => outcomeOf(make(into)))
  release()
  const outcomes = await Promise.all(made)
  note(side, writes, outcomes)
  return { outcomes, transactions }
}

async function makeSingly(side: Side, writes: readonly RandomWrite[]) {
  const into = writesInto({ ...side, assigned: new Map(side.assigned) }, quiet(side.db))
  const outcomes: Outcome[] = []
  for (const { make } of writes) outcomes.push(await outcomeOf(make(into)))
  note(side, writes, outcomes)
  return outcomes
}

function note({ assigned }: Side, writes: readonly RandomWrite[], outcomes: readonly Outcome[]) {
  for (const [index, { enters }] of writes.entries()) {
    const id = outcomes[index]?.id
    const [first] = enters
    if (first && id !== undefined) assigned.set(first.name, id)
  }
}

/** Writes into a record, by the ids that it assigned before. */
function writesInto({ assigned }: Side, deps: Deps): Writes {
  const bundleQueue = openWriteQueue<Member>()
  return writesBy((call) => carryOut({ ...deps, bundleQueue }, named(call)))

  function named({ verb, write }: Call): Call {
    const text = JSON.stringify(write)
    const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
    return { verb, write: JSON.parse(text.replaceAll(ids, (id) => assigned.get(id) ?? id)) }
  }
}

/** Takes the only turn, so that everything else waits. */
function occupy(queue: WriteQueue<Member>): () => void {
  const gate = Promise.withResolvers<void>()
  queue.take('nobody', () => gate.promise).catch(() => {})
  return gate.resolve
}
