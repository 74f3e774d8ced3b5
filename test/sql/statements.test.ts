import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect } from 'vitest'
import { cloneTemplate } from '../support/clone.ts'
import { dropDatabase, it as withDatabase } from '../support/it.ts'
import { openDb, openPool, owningLimits } from '../../src/store/database/pool.ts'
import { callStore, type SentFrom } from './call-store.ts'
import { checkStatements } from './check-statements.ts'
import { readStore, type Site, type Store } from './program.ts'

/** What looks wrong to the check and is right, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'src/store/citations.ts: claim: string, and the column may be null':
    'the condition compares it with a value',
  'src/store/claim-list.ts: $n is float8, and a string is sent':
    'a position comes with its own sort order',
  'src/store/claim-list.ts: $n is int4, and a string is sent':
    'a position comes with its own sort order',
  'src/store/claim-list.ts: $n is timestamptz, and a number is sent':
    'a position comes with its own sort order',
  'src/store/duplicates.ts: speaker: string, and the column may be null':
    'the condition compares it with a value',
  'src/store/embedded/lease.ts: the row type has no pg_advisory_unlock_shared':
    'called for its effect',
  'src/store/embedded/quiet.ts: permission denied for function pg_reload_conf':
    'sent as the owner of the embedded server',
  'src/store/ended.ts: endedAt: string, and the column may be null': 'the condition excludes null',
  'src/store/ended.ts: withdrawnAt: string, and the column may be null':
    'the condition excludes null',
  'src/store/figure-keys.ts: shape: FigureShape, and the column may be null':
    'the condition excludes null',
  'src/store/unindexed-figures.ts: shape: FigureShape, and the column may be null':
    'only figures are asked for',
  'src/store/list-way.ts: $n is int4, and a string is sent':
    'a position comes with its own sort order',
  'src/store/list-way.ts: $n is timestamptz, and a number is sent':
    'a position comes with its own sort order',
  'src/store/record-changes.ts: seq: string, and the column is int8':
    'this client has no type parsers, so int8 stays a string',
  'src/store/record-changes.ts: redaction: string | null, and the column is int8':
    'this client has no type parsers, so int8 stays a string',
  'src/store/database/rows.ts: syntax error at or near ")"':
    'a made-up row of any table has no columns; the callers of insertRows send real ones',
}

/** Their statements name nothing in the schema (savepoints), or come from files (migrations). */
const apart = new Set(['src/actions/bundle/judge-lines.ts', 'src/store/database/migrate.ts'])

interface Read {
  readonly store: Store
  readonly statements: readonly SentFrom[]
  /** Sent by no place that is known. */
  readonly strays: readonly string[]
}

async function readStatements(folder: string): Promise<Read> {
  const store = readStore(folder)
  const statements = new Map<string, SentFrom>()
  const strays = await callStore(store, (sent) => {
    const kinds = sent.values.map((value) =>
      Array.isArray(value) ? typeof value[0] : typeof value,
    )
    statements.set(JSON.stringify([sent.site.name, sent.text, kinds]), sent)
  })
  return { store, statements: [...statements.values()], strays: [...strays] }
}

const it = withDatabase
  .extend('real', { scope: 'file' }, () => readStatements('src'))
  .extend('lying', { scope: 'file' }, () => readStatements('test/sql/lies'))
  .extend('client', { scope: 'file' }, async ({ database }, { onCleanup }) => {
    const client = new Client({ connectionString: database.serviceUrl })
    await client.connect()
    // The planner asks for the moment that statements about the past are read at.
    await client.query(`set counterpoint.as_of = '1'`)
    onCleanup(() => client.end())
    return client
  })

function unseenWords({ name }: Site): string {
  return `${name}: no made-up call leads here. Export a function that takes a Db and leads here with some arguments of its types.`
}

async function faultsOf(client: Client, { store, statements }: Read): Promise<string[]> {
  const faults = await checkStatements(client, store.checker, statements)
  return faults.filter(({ kind }) => !(kind in exceptions)).map(({ text }) => text)
}

describe('every statement of the store', () => {
  it('fits the schema, the rights of the service, the type of its rows and what it is sent', async ({
    client,
    real,
  }) => {
    expect(await faultsOf(client, real)).toEqual([])
  })

  it('is collected', ({ real: { store, statements, strays } }) => {
    expect(strays).toEqual([])
    const seen = new Set(statements.map(({ site }) => site))
    const unseen = store.sites.filter((site) => !seen.has(site) && !apart.has(site.file))

    expect(unseen.map(unseenWords)).toEqual([])
  })

  it('fits past states as well, when it reads', async ({ client, real }) => {
    const reading = real.statements.filter(
      ({ text }) => !/\b(?:insert into|update|delete from)\b/i.test(text),
    )
    await client.query(`set search_path = as_of, public`)

    expect(await faultsOf(client, { ...real, statements: reading })).toEqual([])
  })

  it('needs every exception that is listed', async ({ client, real }) => {
    await client.query('set search_path = public')
    const faults = await checkStatements(client, real.store.checker, real.statements)
    const needed = new Set(faults.map(({ kind }) => kind))

    expect(Object.keys(exceptions).filter((kind) => !needed.has(kind))).toEqual([])
  })
})

describe('a schema that the code does not know', () => {
  it.for([
    ['claim', 'has_rating', ['claim-parts.ts', 'export-rows.ts']],
    ['node', 'two_way', ['labels.ts', 'nodes.ts']],
    ['api_key', 'last_used_at', ['api-keys.ts']],
  ] as const)('is noticed: %s.%s renamed', async ([table, column, files], { template, real }) => {
    const database = await cloneTemplate(template)
    const owner = openDb(
      openPool({
        url: database.ownerUrl,
        applicationName: 'counterpoint tests',
        connectionsMax: 1,
        limits: owningLimits,
      }),
    )
    await sql`alter table ${sql.table(table)} rename column ${sql.ref(column)} to renamed`.execute(
      owner,
    )
    await owner.destroy()
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()

    const faults = await faultsOf(client, real)

    await client.end()
    await dropDatabase(database)
    for (const file of files) {
      expect(faults).toContainEqual(expect.stringMatching(`${file}:\\d+: column .*does not exist`))
    }
  })
})

describe('a statement that does not fit', () => {
  it('is named with what does not fit', async ({ client, lying }) => {
    const faults = await faultsOf(client, lying)

    expect(faults.map((fault) => fault.replace(/^\S+ /, ''))).toEqual([
      'column "idd" does not exist',
      'version: string, and the column is int4',
      'withdrawn: string, and the column may be null',
      'at: string | null, and the column is timestamptz',
      'was: { at: Date; }, and the column is json',
      'cites: number[], and the column is _uuid',
      'no column is named kind',
      'the row type has no kind',
      '$1 is int4, and a string is sent',
      '$1 is _uuid, and a string is sent',
      'merge: string, and the joined row may be missing',
      'the type of reports[] has no kind',
      'reports[].source is built without name',
      'reports[] is built without kind',
      'the type of reports[] has no lang',
      'permission denied for table event',
      'column "oddity" does not exist',
    ])
  })

  it('is missed where no arguments lead to it, and then is named', ({ lying }) => {
    const seen = new Set(lying.statements.map(({ site }) => site))
    const unseen = lying.store.sites.filter((site) => !seen.has(site))

    expect(unseen.map(unseenWords)).toEqual([
      'test/sql/lies/rows.ts:86: no made-up call leads here. Export a function that takes a Db and leads here with some arguments of its types.',
    ])
  })
})
