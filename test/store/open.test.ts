import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { type Database, openDatabase } from '../../src/store/open.ts'
import { databaseUrl } from '../support/database-url.ts'
import { aFolder } from '../support/embedded.ts'
import { isAlive, serverPid } from '../support/embedded-server.ts'

describe('openDatabase', () => {
  it('runs a database of its own when none is named, and stops it', async () => {
    const dataDir = aFolder()
    const lines: string[] = []
    const config = readConfig({ DATA_DIR: dataDir })

    const database = await openDatabase(config, { log: (line) => lines.push(line) })
    const pid = serverPid(dataDir)

    expect(database.isEmbedded).toBe(true)
    expect(database.migrated).toContain('0001-texts-and-dates')
    expect(await roleOf(database, 'service')).toBe('counterpoint_service')
    expect(await roleOf(database, 'owner')).toBe('counterpoint_owner')
    expect(database.gap).toStrictEqual({ pending: [], unknown: [] })

    const again = await openDatabase(config)
    expect(again.migrated).toStrictEqual([])
    await database.close()
    expect(isAlive(pid)).toBe(true)
    await again.close()
    expect(isAlive(pid)).toBe(false)
    expect(lines).toStrictEqual([])
  })

  it('works with a single role, and refuses a database that could not hold every text', async () => {
    const { adminUrl, stop } = await startEmbedded({ dataDir: aFolder(), isDurable: false })
    onTestFinished(async () => void (await stop()))
    await administer(
      adminUrl,
      'drop database counterpoint',
      'drop role counterpoint_service',
      `create role single login createrole password 'single'`,
      'create database claims owner single',
      `create database ascii encoding 'SQL_ASCII' template template0 locale_provider libc locale 'C'`,
    )
    const single = databaseUrl(adminUrl, { role: 'single', password: 'single' })
    const configOf = (database: string) =>
      readConfig({ DATABASE_URL: databaseUrl(single, { database }), ALLOW_DATA_LOSS: 'on' })

    const database = await openDatabase(configOf('claims'))
    onTestFinished(() => database.close())

    expect(database.isEmbedded).toBe(false)
    expect(await roleOf(database, 'service')).toBe('single')
    expect(database.gap).toStrictEqual({ pending: [], unknown: [] })
    await expect(openDatabase(configOf('ascii'))).rejects.toThrow(
      'The database of DATABASE_URL is encoded in SQL_ASCII; it must be in UTF8.',
    )
  })

  it('names the variable of a server that does not answer, and keeps the password', async () => {
    const { ownerUrl } = inject('template')
    const wrong = databaseUrl(ownerUrl, { role: 'nobody', password: 'hunter2' })
    const config = readConfig({
      DATABASE_URL: wrong,
      MIGRATION_DATABASE_URL: ownerUrl,
      ALLOW_DATA_LOSS: 'on',
    })

    const refusal = await openDatabase(config).catch(String)

    expect(refusal).toMatch(/The database of DATABASE_URL does not answer: .*"nobody"/)
    expect(refusal).not.toContain('hunter2')
  })

  it('says so when nobody listens', async () => {
    const config = readConfig({ DATABASE_URL: 'postgres://localhost:1/claims' })

    await expect(openDatabase(config)).rejects.toThrow(/DATABASE_URL does not answer: .*REFUSED/)
  })
})

async function roleOf(database: Database, side: 'service' | 'owner'): Promise<string | undefined> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(
    database[side].db,
  )
  return rows[0]?.role
}

async function administer(adminUrl: string, ...statements: string[]): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  for (const statement of statements) await admin.query(statement)
  await admin.end()
}
