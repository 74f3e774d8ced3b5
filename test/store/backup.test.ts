import { expect, test } from 'vitest'
import { exportRecord } from '../../src/actions/export-record.ts'
import { loadDemo } from '../../src/actions/load-demo.ts'
import { readConfig } from '../../src/config.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDatabase } from '../../src/store/open.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { aCopyOf, aFolder } from '../support/embedded.ts'
import { quiet } from '../support/import.ts'

test('a copy of DATA_DIR, made while nobody uses it, is a backup: the record is in it, whole and right', async () => {
  const dataDir = aFolder()
  const lines = await within(dataDir, async (db) => {
    await loadDemo(quiet(db))
    return linesOf(db)
  })

  const copy = aCopyOf(dataDir)

  await within(copy, async (db) => {
    expect(lines.length).toBeGreaterThan(50)
    expect(await linesOf(db)).toEqual(lines)
    await expectRightRecord(db)
  })
})

async function within<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }))
  try {
    return await work(database.service.db)
  } finally {
    await database.close()
  }
}

async function linesOf(db: Db): Promise<object[]> {
  const lines: object[] = []
  for await (const line of exportRecord(db)) lines.push(line)
  return lines
}
