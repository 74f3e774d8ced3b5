import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import { checkRecord } from '../../src/actions/check-record.ts'
import { exportRecord } from '../../src/actions/export-record.ts'
import type { Db } from '../../src/store/database/db.ts'
import { recompute } from '../oracle/recompute.ts'
import { disputesOf, plainRecordOf } from './disputes.ts'
import type { Ledger, Offer } from './ledger.ts'
import { marksIn } from './offers.ts'

/** Every place where the record contradicts the ledger or its own rules. */
export async function recordFaults(db: Db, ledger: Ledger): Promise<string[]> {
  return [
    ...(await againstLedger(db, ledger)),
    ...(await inEvents(db)),
    ...(await checkRecord(db)),
    ...(await againstOracle(db)),
  ]
}

/** Acknowledged writes exist once, refused ones do not, and there is nothing else. */
async function againstLedger(db: Db, ledger: Ledger): Promise<string[]> {
  const batches = await batchesByMark(db)
  const offered = new Set(ledger.offers().flatMap(({ marks }) => marks))
  return [
    ...ledger.offers().flatMap((offer) => offer.marks.flatMap((mark) => faultOf(offer, mark))),
    ...[...batches.keys()]
      .filter((mark) => !offered.has(mark))
      .map((mark) => `${mark} is in the record and was never offered.`),
  ]

  function faultOf(offer: Offer, mark: string): string[] {
    const found = batches.get(mark) ?? []
    const outcome = ledger.outcomeOf(offer)
    const what = `${mark} of ${offer.path}`
    if (!outcome)
      return found.length > 1 ? [`Doubled: ${what} is there ${found.length} times.`] : []
    if (outcome.is === 'refused')
      return found.length > 0 ? [`Refused with ${outcome.status}, and there: ${what}.`] : []
    if (found.length === 0) return [`Lost: ${what} was acknowledged and is not there.`]
    if (found.length > 1) return [`Doubled: ${what} is there ${found.length} times.`]
    return found[0] === outcome.last
      ? []
      : [`${what} came with event ${found[0]}, and the answer said ${outcome.last}.`]
  }
}

/** The last event of each write that has a mark. */
async function batchesByMark(db: Db): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ batch: number; body: string }>`
    select event.batch, words.body from words join event using (seq) where words.body like '%[mark %'
  `.execute(db)
  const batches = new Map<string, number[]>()
  for (const { batch, body } of rows)
    for (const mark of marksIn(body)) batches.set(mark, [...(batches.get(mark) ?? []), batch])
  return batches
}

/** Numbers without gaps, batches that end where they say, and one outbox row for each. */
async function inEvents(db: Db): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'Event ' || seq || ' does not follow the one before it.' as fault
    from (select seq, lag(seq, 1, 0::bigint) over (order by seq) as before from event) as events
    where seq <> before + 1
    union all
    select 'The head is at ' || seq || ', not at the last event.' from record_head
    where seq <> (select coalesce(max(seq), 0) from event)
    union all
    select 'Batch ' || batch || ' does not end with its last event.' from event
    group by batch having max(seq) <> batch
    union all
    select 'An event of batch ' || batch || ' comes before the last one of another.' from (
      select batch, lag(batch, 1, 0::bigint) over (order by seq) as before from event
    ) as events where batch < before
  `.execute(db)
  return rows.map(({ fault }) => fault)
}

const stated = z.object({
  id: z.string(),
  label: z.string().nullable(),
  status: z.string().nullable(),
  cites: z.array(z.string()),
})

/** Statuses recomputed from the published rules, by a program that shares no code with the engine. */
async function againstOracle(db: Db): Promise<string[]> {
  const { rows } = await sql`select id, label, status, cites from claim`.execute(db)
  const stored = new Map(
    z
      .array(stated)
      .parse(rows)
      .map(({ id, ...rest }) => [id, rest]),
  )
  const lines: object[] = []
  for await (const line of exportRecord(db)) lines.push(line)
  return disputesOf(plainRecordOf(lines)).flatMap((dispute) =>
    [...recompute(dispute).claims].flatMap(([id, expected]) => {
      const found = stored.get(id)
      if (isDeepStrictEqual(found, expected)) return []
      return [
        `Claim ${id}: stored is ${JSON.stringify(found)}, by the rules ${JSON.stringify(expected)}.`,
      ]
    }),
  )
}

/** How many writes were entered in one transaction with others, which gives them the same time. */
export async function enteredTogether(db: Db): Promise<number> {
  const { rows } = await sql<{ writes: number }>`
    select coalesce(sum(writes), 0)::integer as writes from (
      select count(*) as writes from event where seq = batch group by at having count(*) > 1
    ) as moments
  `.execute(db)
  return rows[0]?.writes ?? 0
}
