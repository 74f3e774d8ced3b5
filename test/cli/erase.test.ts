import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { it } from '../support/it.ts'
import { run } from '../support/command.ts'

describe('counterpoint erase', () => {
  it('tells how far it is, what is left and until when, and is on record', async ({
    database,
    db,
  }) => {
    const { code, out, err } = await run(database, ['erase'])

    expect(code).toBe(0)
    expect(err).toMatch(/^1 of \d+: public\.\w+$/m)
    expect(err).toContain('No table file contains what was removed earlier.')
    expect(out).toContain('- the write-ahead log before')
    expect(out).toContain('- base backups, dumps')
    expect(await auditRows(db)).toEqual([
      { kind: 'words.erased', actor: { role: 'system', id: null } },
    ])
  })

  it('2: without the owner of the tables it changes nothing', async ({ database, db }) => {
    const before = await auditRows(db)
    const env = { MIGRATION_DATABASE_URL: database.serviceUrl }

    const { code, err } = await run(database, ['erase'], { env })

    expect(code).toBe(2)
    expect(err).toContain('Only the owner of the tables may erase. Set MIGRATION_DATABASE_URL')
    expect(await auditRows(db)).toEqual(before)
  })
})

async function auditRows(db: Db): Promise<object[]> {
  return (await sql<object>`select kind, actor from audit order by id`.execute(db)).rows
}
