import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { amendObject } from '../../src/actions/amend-object.ts'
import { mergeObject } from '../../src/actions/merge-object.ts'
import type { Deps } from '../../src/actions/record/deps.ts'
import { unlimited } from '../../src/actions/record/meter.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { countClaimsOfSide } from '../../src/store/claims-of-side.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { anActor } from '../support/actors.ts'
import type { TestDatabase } from '../support/clone.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, reportLine, sourceLine } from '../support/lines.ts'

const many = 1_050

/** What a write answers, and how many rows of the record it changed before, kept or not. */
async function changedBy(
  { database, ownerDb }: { readonly database: TestDatabase; readonly ownerDb: Db },
  work: (deps: Deps) => Promise<unknown>,
) {
  const before = await rowsChanged(ownerDb)
  const limits = { ...servingLimits }
  const url = database.serviceUrl
  const pool = openPool({ url, applicationName: 'refused-early', connectionsMax: 1, limits })
  const outcome = await work(quiet(openDb(pool))).catch((error: unknown) => error)
  // A connection that ends says what it did.
  await pool.end()
  await expect.poll(() => isConnected(ownerDb)).toBe(false)
  return { outcome, changed: (await rowsChanged(ownerDb)) - before }
}

async function isConnected(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where application_name = 'refused-early'
  `.execute(db)
  return rows.length > 0
}

async function rowsChanged(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select sum(n_tup_ins + n_tup_upd)::integer as count from pg_stat_user_tables
    where relname in ('citation', 'claim', 'source', 'affiliation', 'merge')
  `.execute(db)
  return rows[0]?.count ?? 0
}

const write = { show: async () => null, versions: [1] }

describe('what takes a second person whatever its consequences', () => {
  it('is refused before anything is done, if much would be', async ({ db, database, ownerDb }) => {
    const claims = Array.from({ length: many }, (_, n) =>
      claimLine(`c${n}`, 's', { citations: [{ report: 'one', quote: 'Q' }] }),
    )
    const lines = [sourceLine('s'), reportLine('one', 's'), reportLine('two', 's'), ...claims]
    const { refs } = await importLines(db, lines)
    const [id = '', into = ''] = [refs['one'], refs['two']]
    const merge = (actor: Actor) => (deps: Deps) =>
      mergeObject(deps, { ...write, actor, noun: 'report', id, merge: { into, reason: 'One.' } })

    const refused = await changedBy({ database, ownerDb }, merge(await anActor(db, 'edit')))
    const made = await changedBy({ database, ownerDb }, merge(await anActor(db, 'admin')))

    const fault = { code: 'second-person' }
    expect(refused.outcome).toMatchObject({ code: 'conflict', faults: [fault, fault] })
    expect(refused.changed).toBe(0)
    expect(made.changed).toBeGreaterThan(many)
  })

  it('is refused early too if it changes the side of a source with many claims', async ({
    db,
    database,
    ownerDb,
  }) => {
    const claims = Array.from({ length: many }, (_, n) => claimLine(`c${n}`, 'part'))
    const { refs } = await importLines(db, [sourceLine('part'), sourceLine('whole'), ...claims])
    const [id = '', whole = ''] = [refs['part'], refs['whole']]
    const patch = { affiliations: [{ relation: 'part_of', source: whole }] }
    const amend = (actor: Actor) => (deps: Deps) =>
      amendObject(deps, { ...write, actor, type: 'source', id, patch })

    const refused = await changedBy({ database, ownerDb }, amend(await anActor(db, 'edit')))
    const tooFar = await changedBy({ database, ownerDb }, async (deps) =>
      amend(await anActor(db, 'admin'))({ ...deps, reach: { ...unlimited, nodesMax: 500 } }),
    )

    expect(refused.outcome).toMatchObject({ code: 'conflict', faults: [{ code: 'second-person' }] })
    expect(refused.changed).toBe(0)
    expect(tooFar.outcome).toMatchObject({ faults: [{ code: 'region-too-large' }] })
    expect(String(tooFar.outcome)).toContain('reaches 501 claims')
    expect(tooFar.changed).toBe(0)
    expect(await countClaimsOfSide(db, id, 5_000)).toBe(many)
    expect(await countClaimsOfSide(db, whole, 5_000)).toBe(0)
  })
})
