import { sql } from 'kysely'
import { expect } from 'vitest'
import { readMissingAnswers } from '../../src/actions/read-missing-answers.ts'
import type { Db } from '../../src/store/database/db.ts'
import { lockHead } from '../../src/store/head.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { linkLine, quarrel } from '../support/lines.ts'

it('reads answers of before, and those that an older version entered', async ({ db, ownerDb }) => {
  const { refs } = await importLines(db, [
    ...quarrel(),
    linkLine('no', 'rebuts', 'denial', 'story'),
    linkLine('nor', 'rebuts', 'study', 'story'),
  ])
  const links = [refs['no'], refs['nor']]
  await ownerDb.transaction().execute(async (tx) => {
    await lockHead(tx)
    await sql`update link set fit = null, response = null where id = any(${links}::uuid[])`.execute(
      tx,
    )
    await sql`update claim set left_open = null`.execute(tx)
  })
  expect(await stored(db, refs)).toEqual([null, null])

  await readMissingAnswers(quiet(db))

  expect(await stored(db, refs)).toEqual(['meets', []])
  await expectRightRecord(db)
  const { rows } = await sql`select from unread_answers`.execute(db)
  expect(rows).toEqual([])
})

it('does not read again at every start what was on record before', async ({ db, ownerDb }) => {
  const { refs } = await importLines(db, [
    ...quarrel(),
    linkLine('no', 'rebuts', 'denial', 'story'),
  ])
  await ownerDb.transaction().execute(async (tx) => {
    const { seq } = await lockHead(tx)
    await sql`update link set response = null, fit = null where id = ${refs['no']}`.execute(tx)
    await sql`update answers_read set since_seq = ${seq}`.execute(tx)
  })

  await readMissingAnswers(quiet(db))

  expect(await stored(db, refs)).toEqual([null, []])
})

async function stored(db: Db, { no, story }: Readonly<Record<string, string>>) {
  const { rows } = await sql<{ fit: string | null; open: string[] | null }>`
    select fit, left_open as open from link, claim
    where link.id = ${no}::uuid and claim.id = ${story}::uuid
  `.execute(db)
  return [rows[0]?.fit, rows[0]?.open]
}
