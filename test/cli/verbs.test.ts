import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { describe, expect } from 'vitest'
import { isKey } from '../../src/domain/api-key.ts'
import { run, startService } from '../support/command.ts'
import { aPath } from '../support/folder.ts'
import { lockHead } from '../../src/store/head.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'

describe('counterpoint', () => {
  it.for([
    'serve',
    'stop',
    'migrate',
    'seed',
    'import',
    'export',
    'check',
    'keys',
    'merge',
    'unmerge',
    'relabel',
    'clock',
    'erase',
  ])('0: %s --help tells what it does, with an example', async (verb, { database }) => {
    const { code, out } = await run(database, [
      verb,
      ...(verb === 'keys' ? ['create'] : verb === 'clock' ? ['accept'] : []),
      '--help',
    ])

    expect(code).toBe(0)
    expect(out).toMatch(/Examples?:\n {2}\S/)
  })

  it.for([
    [['nonsense'], 2],
    [['import'], 2],
    [['import', '--on-error', 'guess', 'x'], 2],
    [['import', '/nowhere/bundle.ndjson'], 2],
    [['keys', 'create', 'x', '--scope', 'root'], 2],
    [['keys', 'revoke', 'x'], 1],
  ] as const)('%j ends with %i', async ([args, expected], { database }) => {
    const { code, err } = await run(database, args)

    expect(code).toBe(expected)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('3: the database does not answer, said without its password', async ({ database }) => {
    const DATABASE_URL = 'postgres://nobody:s3cret@127.0.0.1:1/nowhere'
    const env = { DATABASE_URL, MIGRATION_DATABASE_URL: DATABASE_URL }

    const { code, err } = await run(database, ['keys', 'list'], { env })

    expect(code).toBe(3)
    expect(err).toContain('DATABASE_URL does not answer')
    expect(err).not.toContain('s3cret')
  })

  it('0: the password is taken from PGPASSWORD, whatever is in it', async ({
    database,
    template,
  }) => {
    const PGPASSWORD = 'p@ss/w#rd?%20 \'"$x'
    const admin = new Client({ connectionString: template.adminUrl })
    await admin.connect()
    const role = `counterpoint_test_${randomUUID()}`
    const name = escapeIdentifier(role)
    await admin.query(`create role ${name} login password ${escapeLiteral(PGPASSWORD)}`)
    await admin.query(`grant counterpoint_service to ${name}`)
    const url = new URL(database.serviceUrl)
    Object.assign(url, { username: role, password: '' })
    const env = { DATABASE_URL: url.href, MIGRATION_DATABASE_URL: '', PGPASSWORD }

    const { code, err } = await run(database, ['keys', 'list'], { env })

    await admin.query(`drop role ${name}`)
    await admin.end()
    expect([code, err]).toEqual([0, ''])
  })

  it('2: the configuration makes no sense', async ({ database }) => {
    const { code, err } = await run(database, ['migrate'], { env: { PORT: 'x' } })

    expect(code).toBe(2)
    expect(err).toContain('PORT must be')
  })
})

describe('counterpoint keys', () => {
  it('creates a key, lists it without telling it, and revokes it', async ({ database, db }) => {
    const created = await run(database, ['keys', 'create', 'City desk', '--scope', 'edit'])
    const key = created.out.trim()
    expect(isKey(key)).toBe(true)

    const listed = await run(database, ['keys', 'list'])
    const [id = ''] = listed.out.split('\t')
    expect(listed.out).toContain('City desk')
    expect(listed.out).not.toContain(key.slice(10))

    expect((await run(database, ['keys', 'revoke', id])).code).toBe(0)
    expect((await run(database, ['keys', 'list'])).out).toContain('revoked')
    const { rows } = await sql`select kind, actor from audit order by id`.execute(db)
    const actor = { role: 'system', id: null }
    expect(rows).toEqual([
      { kind: 'key.created', actor },
      { kind: 'key.revoked', actor },
    ])
  })
})

describe('counterpoint relabel', () => {
  it('with --check reports what differs, and without repairs it', async ({
    database,
    db,
    ownerDb,
  }) => {
    const seed = readFileSync('db/seed/newsletter.ndjson', 'utf8').trimEnd().split('\n')
    await importLines(
      db,
      seed.map((line): unknown => JSON.parse(line)),
    )
    expect((await run(database, ['relabel', '--check'])).code).toBe(0)
    const claim = await falsifyOne(ownerDb)

    const checked = await run(database, ['relabel', '--check'])
    const repaired = await run(database, ['relabel'])
    const again = await run(database, ['relabel', '--check'])

    expect(checked.code).toBe(1)
    expect(checked.out).toContain(`Claim ${claim}: stored is`)
    expect(repaired.code).toBe(0)
    expect(again).toMatchObject({ code: 0, out: '' })
  })
})

describe('counterpoint export and seed', () => {
  it('the demo is loaded into an empty record alone, and comes out whole', async ({ database }) => {
    const file = aPath('export.ndjson')

    const exported = await run(database, ['export', file])
    const again = await run(database, ['seed'])
    const piped = await run(database, ['export'])
    const dashed = await run(database, ['export', '-'])

    expect([exported, again, piped, dashed].map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(again.err).toContain('nothing was changed')
    expect(piped.out).toBe(readFileSync(file, 'utf8'))
    expect(dashed.out).toBe(piped.out)
  })
})

describe('counterpoint serve', () => {
  it('counts bad keys together with another process, and stops on SIGTERM', async ({
    database,
  }) => {
    const running = await Promise.all([startService(database), startService(database)])
    await Promise.all(running.map(({ says }) => says(/Stop it with Ctrl-C/)))

    const statuses = []
    for (let count = 0; count < 11; count++)
      for (const { origin } of running) {
        const headers = { authorization: 'Bearer bad-key' }
        statuses.push((await fetch(`${origin}/v1/statuses`, { headers })).status)
      }
    for (const { process } of running) process.kill('SIGTERM')

    expect(statuses).toEqual([...Array(20).fill(401), 429, 429])
    expect((await Promise.all(running.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([
      0, 0,
    ])
  })
})

/** Gives a claim, and its node, what is not so. */
async function falsifyOne(ownerDb: Db): Promise<string> {
  return ownerDb.transaction().execute(async (tx) => {
    await lockHead(tx)
    const { rows } = await sql<{ id: string }>`
      update claim set label = 'IN', status = 'admitted'
      where id = (select id from claim where status = 'denied' limit 1) returning id
    `.execute(tx)
    const id = rows[0]?.id ?? ''
    await sql`update node set label = 'OUT' where id = ${id}::uuid`.execute(tx)
    return id
  })
}
