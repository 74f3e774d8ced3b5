import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { adoptRules } from '../../src/actions/adopt-rules.ts'
import { listHistory } from '../../src/store/history.ts'
import type { Db } from '../../src/store/database/db.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { quarrel } from '../support/lines.ts'
import { seedLines } from '../support/seed.ts'

/** As if the record had been entered by a program of version 1, which gave R1 another status. */
async function underVersion1(db: Db, owner: Db): Promise<string> {
  const { refs } = await importLines(db, seedLines())
  const claim = refs['R1'] ?? ''
  const triggers = ['rules_in_force', 'status_history', 'node', 'dependency', 'claim', 'claim_was']
  await owner.transaction().execute(async (tx) => {
    for (const table of triggers)
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
    await sql`delete from rules_in_force`.execute(tx)
    await sql`delete from node`.execute(tx)
    await sql`delete from dependency`.execute(tx)
    await sql`update status_history set rules_version = 1`.execute(tx)
    const other = { status: 'disputed', label: 'UNDEC' }
    await sql`update claim set status = ${other.status} where id = ${claim}`.execute(tx)
    await sql`update status_history set status = ${other.status} where claim_id = ${claim}`.execute(
      tx,
    )
    for (const table of triggers)
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
  })
  return claim
}

describe('rules of a newer version', () => {
  it('are adopted once, in one event, and until then nothing can be written', async ({
    db,
    ownerDb,
  }) => {
    const claim = await underVersion1(db, ownerDb)
    await expect(importLines(db, quarrel())).rejects.toMatchObject({ code: 'unavailable' })

    const found = await Promise.all([adoptRules(quiet(db)), adoptRules(quiet(db))])

    expect(found.filter((changed) => changed !== undefined)).toEqual([1])
    const [newest, earlier] = await listHistory(db, claim, { before: undefined, limit: 5 })
    expect(newest).toMatchObject({ status: 'denied', rulesVersion: 2 })
    expect(earlier).toMatchObject({ status: 'disputed', rulesVersion: 1 })
    const { rows } = await sql`
      select kind, seq = (select since_seq from rules_in_force) as "isSince",
        seq = ${newest?.seq} as "isOfTheStatus"
      from event order by seq desc limit 1
    `.execute(db)
    expect(rows).toEqual([{ kind: 'rules.adopted', isSince: true, isOfTheStatus: true }])
    await expectRightRecord(db)
    expect(await adoptRules(quiet(db))).toBeUndefined()
    await importLines(db, quarrel())
  })
})
