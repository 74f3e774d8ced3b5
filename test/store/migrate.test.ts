import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { migrate } from '../../src/store/database/migrate.ts'
import { MigrationError } from '../../src/store/database/migration-files.ts'
import { openDb, openPool, owningLimits, servingLimits } from '../../src/store/database/pool.ts'
import { findSchemaGap, mayMigrate } from '../../src/store/database/schema.ts'
import { cloneTemplate } from '../support/clone.ts'
import { dropDatabase, it as withTemplate } from '../support/it.ts'

const it = withTemplate.extend('empty', async ({ template }, { onCleanup }) => {
  const database = await cloneTemplate(template, 'template0')
  onCleanup(() => dropDatabase(database))
  return database
})

const first = { '0001-first.sql': 'create table first (id int);\ninsert into first values (1)' }
const second = { '0002-second.sql': 'create table second (id int)' }

describe('migrate', () => {
  it('runs each file once, in the order of their numbers', async ({ empty }) => {
    const db = open(empty.ownerUrl)

    expect(await migrate(db, aFolder({ ...second, ...first }))).toStrictEqual([
      '0001-first',
      '0002-second',
    ])
    expect(await migrate(db, aFolder({ ...second, ...first }))).toStrictEqual([])
    expect(await tables(db)).toStrictEqual(['first', 'second'])
  })

  it('runs each file once when several processes start together', async ({ empty }) => {
    const folder = aFolder({ ...first, ...second })

    const runs = await Promise.all(
      Array.from({ length: 4 }, () => migrate(open(empty.ownerUrl), folder)),
    )

    expect(runs.flat()).toStrictEqual(['0001-first', '0002-second'])
  })

  it('has nothing to do in an empty folder', async ({ empty }) => {
    expect(await migrate(open(empty.ownerUrl), aFolder({}))).toStrictEqual([])
  })

  it('names the file and line that failed, and changes nothing', async ({ empty }) => {
    const db = open(empty.ownerUrl)
    const folder = aFolder({ ...first, '0002-broken.sql': 'select 1;\n\nselect * from absent' })

    await expect(migrate(db, folder)).rejects.toThrow(
      new MigrationError('0002-broken.sql failed at line 3: relation "absent" does not exist'),
    )
    expect(await tables(db)).toStrictEqual([])
    expect((await findSchemaGap(db, folder)).pending).toStrictEqual(['0001-first', '0002-broken'])
  })

  it('refuses files that it could not order', async ({ empty }) => {
    const db = open(empty.ownerUrl)

    await expect(migrate(db, aFolder({ '1-first.sql': '' }))).rejects.toThrow(
      '1-first.sql is not a name for a migration',
    )
    await expect(migrate(db, aFolder({ '0001-one.sql': '', '0001-two.sql': '' }))).rejects.toThrow(
      '0001-one.sql and 0001-two.sql have the same number',
    )
  })

  it('leaves a database alone that a newer version has migrated', async ({ empty }) => {
    const db = open(empty.ownerUrl)
    await migrate(db, aFolder({ ...first, ...second }))

    expect(await migrate(db, aFolder(first))).toStrictEqual([])
  })

  it('adds nothing to a database of another line', async ({ empty }) => {
    const db = open(empty.ownerUrl)
    await migrate(db, aFolder({ ...first, ...second }))

    await expect(
      migrate(db, aFolder({ ...first, '0002-other.sql': 'create table other (id int)' })),
    ).rejects.toThrow(/0002-second.*does not know, and lacks others/)
    expect(await tables(db)).toStrictEqual(['first', 'second'])
  })

  it('fails if the folder is missing, instead of doing nothing', async ({ empty }) => {
    const folder = new URL('absent/', aFolder({}))

    await expect(migrate(open(empty.ownerUrl), folder)).rejects.toThrow(/ENOENT/)
  })
})

describe('findSchemaGap', () => {
  it('tells the role of the service what its owner has yet to run', async ({ empty }) => {
    const service = open(empty.serviceUrl, servingLimits)
    const before = await findSchemaGap(service, aFolder(first))

    await migrate(open(empty.ownerUrl), aFolder(first))

    expect(before).toStrictEqual({ pending: ['0001-first'], unknown: [] })
    expect(await findSchemaGap(service, aFolder({ ...first, ...second }))).toStrictEqual({
      pending: ['0002-second'],
      unknown: [],
    })
  })

  it('takes a ledger that was not shared yet for none', async ({ empty }) => {
    const owner = open(empty.ownerUrl)
    await migrate(owner, aFolder({ '0001-broken.sql': 'nonsense' })).catch(() => {})

    const gap = await findSchemaGap(open(empty.serviceUrl, servingLimits), aFolder(first))

    expect(gap).toStrictEqual({ pending: ['0001-first'], unknown: [] })
  })

  it('names what a newer version has run', async ({ empty }) => {
    await migrate(open(empty.ownerUrl), aFolder({ ...first, ...second }))

    expect(
      await findSchemaGap(open(empty.serviceUrl, servingLimits), aFolder(first)),
    ).toStrictEqual({ pending: [], unknown: ['0002-second'] })
  })
})

describe('mayMigrate', () => {
  it('is for the owner, before the first migration and after', async ({ empty }) => {
    const [owner, service] = [open(empty.ownerUrl), open(empty.serviceUrl, servingLimits)]
    const may = async () => [await mayMigrate(owner), await mayMigrate(service)]
    const before = await may()

    await migrate(owner, aFolder(first))

    expect([before, await may()]).toStrictEqual([
      [true, false],
      [true, false],
    ])
  })

  it('is not for a role that may make tables beside those of another', async ({ empty }) => {
    const owner = open(empty.ownerUrl)
    await migrate(owner, aFolder(first))
    await sql`grant create on schema public to counterpoint_service`.execute(owner)

    expect(await mayMigrate(open(empty.serviceUrl, servingLimits))).toBe(false)
  })
})

function aFolder(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries({ ...files, 'README.md': 'no migration' })) {
    writeFileSync(path.join(folder, name), text)
  }
  return pathToFileURL(`${folder}/`)
}

function open(url: string, limits = owningLimits): Db {
  const pool = openPool({ url, applicationName: 'migrate.test', connectionsMax: 2, limits })
  onTestFinished(() => pool.end())
  return openDb(pool)
}

async function tables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%'
    order by relname
  `.execute(db)
  return rows.map((row) => row.name)
}
