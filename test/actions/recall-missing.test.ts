import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { checkRecord } from '../../src/actions/check-record.ts'
import { recallMissing } from '../../src/actions/recall-missing.ts'
import { remakeDerived } from '../../src/actions/remake-derived.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { importSteps, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'

describe('what befell earlier versions', () => {
  it.for([
    ['by the next start', recallMissing],
    ['when everything is rebuilt', remakeDerived],
  ] as const)(
    'is stored %s, if an older program left it out',
    async ([how, act], { db, ownerDb }) => {
      const shape = 'correcting' as const
      for (const seed of [3, 4, 5]) {
        const record = randomRecord(seed, { shape, sources: 4, claims: 12, links: 30 })
        await importSteps(db, toBundleSteps(record, seed, `recalled-${how.length}-${seed}`))
      }
      const before = await stored(db)
      expect(before.badges).not.toEqual([])
      await forget(ownerDb)
      expect(await stored(db)).not.toEqual(before)

      await act(quiet(db))

      expect(await stored(db)).toEqual(before)
      expect(await checkRecord(db)).toEqual([])
      expect(await recallMissing(quiet(db))).toBe(0)
    },
  )
})

async function stored(db: Db) {
  const [badges, statuses] = await Promise.all([
    sql`
      select id, badges -> 'earlierVersion' as version from claim
      where jsonb_typeof(badges -> 'earlierVersion') = 'object' order by id
    `.execute(db),
    sql`select * from last_status order by claim_id`.execute(db),
  ])
  return { badges: badges.rows, statuses: statuses.rows }
}

/** As if the record had been entered by a program that does not store it. */
async function forget(owner: Db): Promise<void> {
  const tables = ['claim', 'last_status', 'last_status_read']
  await owner.transaction().execute(async (tx) => {
    for (const table of tables)
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
    await sql`delete from last_status_read`.execute(tx)
    await sql`delete from last_status`.execute(tx)
    await sql`update claim set badges = badges - 'earlierVersion'`.execute(tx)
    for (const table of tables)
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
  })
}
