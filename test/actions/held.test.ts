import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { nameObjects } from '../../src/actions/bundle/names.ts'
import { judgedAlready, singlePolicy } from '../../src/actions/bundle/duplicate-policy.ts'
import { Meter, unlimited } from '../../src/actions/record/meter.ts'
import { writeRecord } from '../../src/actions/record/write-record.ts'
import type { Writing } from '../../src/actions/record/writing.ts'
import { system } from '../../src/domain/actor.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import type { Db } from '../../src/store/database/db.ts'
import { anActor } from '../support/actors.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'
import { anEvent } from '../support/write-one.ts'

/** The refusal of a write that does some work while it may hold the record for so long. */
async function refusedFor(db: Db, heldMsMax: number, work: (writing: Writing) => Promise<void>) {
  const deps = { ...quiet(db), reach: { ...unlimited, heldMsMax } }
  return writeRecord(deps, { actor: system, work, answer: () => 'done' }).catch((e: unknown) => e)
}

describe('a write that keeps the database busy', () => {
  it('is ended while its statement runs, and refused with the number', async ({ db }) => {
    const before = await rowCounts(db)

    const refusal = await refusedFor(db, 300, async ({ tx, record }) => {
      record(anEvent())
      await sql`select pg_sleep(20)`.execute(tx)
    })

    expect(refusal).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(refusal)).toContain('takes the database more than 0.2 seconds')
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is cut off if its statements take long together, and refused with the number', async ({
    db,
  }) => {
    const before = await rowCounts(db)

    const refusal = await refusedFor(db, 900, async ({ tx, record }) => {
      record(anEvent())
      await Promise.all(Array.from({ length: 40 }, () => sql`select pg_sleep(0.5)`.execute(tx)))
    })

    expect(refusal).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(refusal)).toContain('kept other writes waiting for more than 0.9 seconds')
    expect(await rowCounts(db)).toEqual(before)
    expect((await importLines(db, [sourceLine('next')])).new).toBe(1)
  })
})

/** A meter that counts how often it is asked. */
class CountingMeter extends Meter {
  checks = 0

  override check(): void {
    this.checks += 1
    super.check()
  }
}

describe('a bundle of many lines', () => {
  it('is named and compared under the eyes of its meter, line by line', async ({ db }) => {
    const count = 500
    const lines = [
      sourceLine('who'),
      ...Array.from({ length: count }, (_, index) => claimLine(`c${index}`, 'who')),
    ].map((value, index) => ({ line: index + 1, value: bundleLine.parse(value) }))
    const checksWith = async (policy: typeof judgedAlready) => {
      const meter = new CountingMeter(unlimited)
      await nameObjects(db, lines, undefined, policy, { meter })
      return meter.checks
    }

    const named = await checksWith(judgedAlready)
    expect(named).toBeGreaterThan(count)
    // Looked up and compared.
    expect((await checksWith(singlePolicy())) - named).toBeGreaterThan(2 * count)
  })

  it('is refused for a high tower of links before it is stored beside all that lies below', async ({
    db,
  }) => {
    const height = 2_000
    const actor = await anActor(db, 'edit')
    const before = await rowCounts(db)
    const tower = [
      sourceLine('one'),
      sourceLine('other'),
      claimLine('c', 'one'),
      claimLine('d', 'other'),
      linkLine('l0', 'rebuts', 'd', 'c'),
      ...Array.from({ length: height }, (_, index) => [
        claimLine(`x${index}`, index % 2 ? 'one' : 'other'),
        linkLine(`l${index + 1}`, 'undercuts', `x${index}`, '', { to: { link: `l${index}` } }),
      ]).flat(),
    ]

    const { faults } = await refusalOf(db, tower, { actor })
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['tower', 'more-faults']))
    // What ends some of them is judged by its result, within the limit of what it changes.
    const ending = { type: 'end', link: 'l0', at: '2025-12-09', reason: 'Dropped.' }
    const refused = await refusalOf(db, [...tower, ending], { actor })
    expect(refused.faults).toMatchObject([{ code: 'region-too-large' }])
    expect(await rowCounts(db)).toEqual(before)
  })
})
