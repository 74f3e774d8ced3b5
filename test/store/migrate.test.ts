import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import { migrate, MigrationError, pendingMigrations } from '../../src/store/migrate.ts'
import { openDb, openPool, owningLimits, servingLimits } from '../../src/store/pool.ts'
import { cloneTemplate, dropDatabase, it as withTemplate } from '../support/it.ts'

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
    expect(await pendingMigrations(db, folder)).toStrictEqual(['0001-first', '0002-broken'])
  })

  it('refuses files that it could not order', async ({ empty }) => {
    const db = open(empty.ownerUrl)

    await expect(migrate(db, aFolder({ '1-first.sql': '' }))).rejects.toThrow(
      '1-first.sql is no name for a migration',
    )
    await expect(migrate(db, aFolder({ '0001-one.sql': '', '0001-two.sql': '' }))).rejects.toThrow(
      '0001-one.sql and 0001-two.sql have the same number',
    )
  })

  it('does not run an old program on a newer database', async ({ empty }) => {
    const db = open(empty.ownerUrl)
    await migrate(db, aFolder({ ...first, ...second }))

    await expect(migrate(db, aFolder(first))).rejects.toThrow(
      /0002-second.*older than the database/,
    )
  })

  it('fails when there is no folder, rather than take that for nothing to do', async ({
    empty,
  }) => {
    const folder = new URL('absent/', aFolder({}))

    await expect(migrate(open(empty.ownerUrl), folder)).rejects.toThrow(/ENOENT/)
  })
})

describe('pendingMigrations', () => {
  it('tells the role of the service what its owner has yet to run', async ({ empty }) => {
    const service = open(empty.serviceUrl, servingLimits)
    expect(await pendingMigrations(service, aFolder(first))).toStrictEqual(['0001-first'])

    await migrate(open(empty.ownerUrl), aFolder(first))

    const folder = aFolder({ ...first, ...second })
    expect(await pendingMigrations(service, folder)).toStrictEqual(['0002-second'])
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
