import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { aPath } from '../support/folder.ts'
import { it } from '../support/it.ts'
import { copyProgram } from './program-copy.ts'
import { fromSource } from './service-process.ts'
import { upgradeUnderLoad } from './upgrade.ts'

/** What a migration may do while an older version serves: add what that version does not need. */
const migration = `
  alter table claim add column of_tomorrow text;
  select keep_past_columns('claim');
  create table tomorrow (id uuid primary key default uuidv7(), claim uuid references claim);
  create index claim_of_tomorrow on claim (of_tomorrow) where of_tomorrow is not null;
`

describe('two versions on one schema', () => {
  it('serve side by side while the newer migrates and the older goes', async ({ database, db }) => {
    const folder = aPath('newer')
    copyProgram(folder)
    writeFileSync(path.join(folder, 'db/migrations/9999-of-tomorrow.sql'), migration)
    const env = {
      DATABASE_URL: database.serviceUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      // The database of the tests does not wait for the disk.
      ALLOW_DATA_LOSS: 'on',
    }
    const programs = { older: fromSource, newer: { ...fromSource, folder } }

    const { faults, acknowledged, reads } = await upgradeUnderLoad(programs, env, db, 6)

    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(18)
    expect(reads).toBeGreaterThan(10)
    const { rows } = await sql`select to_regclass('tomorrow') is not null as is_migrated`.execute(
      db,
    )
    expect(rows).toEqual([{ is_migrated: true }])
  }, 300_000)
})
