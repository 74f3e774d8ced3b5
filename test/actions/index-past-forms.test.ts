import { sql } from 'kysely'
import pino from 'pino'
import { expect } from 'vitest'
import { indexPastForms } from '../../src/actions/index-past-forms.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { seedLines } from '../support/seed.ts'

const log = pino({ level: 'silent' })

it('indexes again what an earlier version indexed, and nothing twice', async ({ db, ownerDb }) => {
  await importLines(db, seedLines())
  const before = await indexRows(db)
  expect(before.length).toBeGreaterThan(30)
  await sql`alter table claim_search disable trigger user`.execute(ownerDb)
  await sql`update claim_search set form = null, tokens = 'old'`.execute(ownerDb)
  await sql`alter table source_alias disable trigger user`.execute(ownerDb)
  await sql`update source_alias set form = null, tokens = 'old ' || source_id || tokens`.execute(
    ownerDb,
  )

  await indexPastForms({ db, log })

  expect(await indexRows(db)).toEqual(before)
  await indexPastForms({ db, log })
  expect(await indexRows(db)).toEqual(before)
})

async function indexRows(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select claim_id as id, tokens::text, form from claim_search
    union all select source_id, tokens, form from source_alias
    order by 1, 2
  `.execute(db)
  return rows
}
