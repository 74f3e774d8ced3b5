import { sql, type RawBuilder } from 'kysely'
import { describe, expect } from 'vitest'
import { checkRecord, differencesIn } from '../../src/actions/check-record.ts'
import type { Db } from '../../src/store/database/db.ts'
import { lockHead } from '../../src/store/head.ts'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { notedLines } from '../support/noted-lines.ts'
import { seedLines } from '../support/seed.ts'

const it = bare.extend('seeded', { scope: 'file', auto: true }, async ({ db }) => {
  await importLines(db, seedLines())
  await importLines(
    db,
    notedLines('R(Info→MS) D(MS→MS) R2(Info→MS)', '1: D rebuts R; 2: R2 supersedes R', 'versions'),
  )
  return true
})

const wrong = {
  'a status': sql`update claim set status = 'unchallenged' where status = 'denied'`,
  'a cite': sql`update claim set cites = '{}' where status = 'denied'`,
  'a count': sql`update claim set rebuts = rebuts + 1`,
  'a conceded link': sql`update link set is_conceded = true`,
  'a void link': sql`update link set is_void = true where relation = 'supports'`,
  'a label': sql`update node set label = 'IN', rank = 1 where label is null and kind = 'claim'`,
  'a rank': sql`update node set rank = 0 where rank > 0`,
  'a forced node': sql`update node set forced = true where label is null`,
  'a missing dependency': sql`delete from dependency where needs`,
  'a badge': sql`
    update claim set badges = jsonb_set(badges, '{earlierVersion}', 'null')
    where badges -> 'earlierVersion' <> 'null'
  `,
  'a last status': sql`update last_status set status = 'countered'`,
  'a missing node': sql`delete from node where kind = 'lost_basis'`,
}

describe('a check of the record', () => {
  it('finds nothing in one that was written by the one write path', async ({ db }) => {
    expect(await checkRecord(db)).toEqual([])
  })

  it.for(Object.entries(wrong))('finds %s that is wrong', async ([, statement], { ownerDb }) => {
    expect(await differencesAfter(ownerDb, statement)).not.toEqual([])
  })

  it('says what is stored and what the rules give', async ({ ownerDb }) => {
    const statement = sql`update claim set label = 'IN' where status = 'denied'`

    expect((await differencesAfter(ownerDb, statement)).join('\n')).toMatch(
      /^Claim [0-9a-f-]{36}: stored is \{.*"label":"IN".*\}, computed \{.*"label":"UNDEC".*\}\.$/m,
    )
  })
})

/** What a check finds in a damaged record, which is repaired again. */
async function differencesAfter(db: Db, damage: RawBuilder<unknown>): Promise<readonly string[]> {
  const tx = await db.startTransaction().execute()
  try {
    await lockHead(tx)
    await damage.execute(tx)
    return await differencesIn(tx)
  } finally {
    await tx.rollback().execute()
  }
}
