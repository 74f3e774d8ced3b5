import { sql } from 'kysely'
import { expect } from 'vitest'
import { indexMissingFigures } from '../../src/actions/index-missing-figures.ts'
import { remakeDerived } from '../../src/actions/remake-derived.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines, quiet } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'

const figure = { metric: 'quota', form: 'level', low: '1', high: '2', unit: 'percent' }

const it = bare.extend('refs', { scope: 'file', auto: true }, async ({ db }) => {
  const { refs } = await importLines(db, [
    sourceLine('s'),
    sourceLine('t'),
    claimLine('f', 's', { kind: 'figure', about: ['s', 't'], figure }),
    claimLine('g', 's', { kind: 'figure', about: [], assertedAt: null, figure }),
    claimLine('h', 's', { kind: 'figure', about: ['s'], figure }),
  ])
  return refs
})

async function keysIn(db: Db) {
  const { rows } = await sql`
    select claim_id, seq, key::text, at::text from figure_key order by claim_id, key
  `.execute(db)
  return rows
}

it('are rebuilt as they were, at a start and with everything that is derived', async ({
  db,
  ownerDb,
}) => {
  const before = await keysIn(db)
  expect(before).toHaveLength(4)
  const forget = async () => {
    await ownerDb.transaction().execute(async (tx) => {
      await sql`select from record_head for update`.execute(tx)
      await sql`update record_head set seq = seq`.execute(tx)
      await sql`delete from figure_key`.execute(tx)
    })
    expect(await keysIn(db)).toEqual([])
  }

  await forget()
  await indexMissingFigures(quiet(db))
  expect(await keysIn(db)).toEqual(before)

  await forget()
  await remakeDerived(quiet(db))
  expect(await keysIn(db)).toEqual(before)
})

it('are made again at a start if another version made them', async ({ db, ownerDb }) => {
  const before = await keysIn(db)
  await ownerDb.transaction().execute(async (tx) => {
    await sql`select from record_head for update`.execute(tx)
    await sql`update record_head set seq = seq`.execute(tx)
    await sql`update figure_key set version = 1, key = substring(sha256(key) for 16)`.execute(tx)
  })
  expect(await keysIn(db)).not.toEqual(before)

  await indexMissingFigures(quiet(db))

  expect(await keysIn(db)).toEqual(before)
})

it('go with the words of a redacted claim, and do not come back', async ({ db, refs }) => {
  await redact(db, 'claim', refs['h'] ?? '')
  await indexMissingFigures(quiet(db))

  const { rows } = await sql`
    select from figure_key where claim_id = ${refs['h']}::uuid
  `.execute(db)
  expect(rows).toEqual([])
})
