import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { describe, expect } from 'vitest'
import { migrate } from '../../src/store/database/migrate.ts'
import { migrationFolder, migrationNames } from '../../src/store/database/migration-files.ts'
import { openDb, openPool, owningLimits } from '../../src/store/database/pool.ts'
import { aPath } from '../support/folder.ts'
import { cloneTemplate } from '../support/clone.ts'
import { dropDatabase, it as withDatabase } from '../support/it.ts'
import { refusalsOf, unexplained } from './refusals.ts'
import { readFacts, type Fact } from './schema-facts.ts'

/** Migrations up to this number were there before the check. */
const unchecked = '0036'

const it = withDatabase
  .extend('owner', { scope: 'file' }, async ({ database }, { onCleanup }) => {
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()
    onCleanup(() => client.end())
    return client
  })
  .extend('before', { scope: 'file' }, ({ owner }) => readFacts(owner))

function isOld(name: string): boolean {
  return name.slice(0, 4) <= unchecked
}

/** What is said of a migration to the schema as it is; it is rolled back. */
async function tried(owner: Client, before: ReadonlyMap<string, Fact>, text: string) {
  await owner.query('begin')
  try {
    await owner.query(text)
    return unexplained('0099', text, refusalsOf(before, await readFacts(owner)))
  } finally {
    await owner.query('rollback')
  }
}

it('every migration only adds', async ({ template }) => {
  const database = await cloneTemplate(template, 'template0')
  const limits = { applicationName: 'counterpoint tests', connectionsMax: 1, limits: owningLimits }
  const db = openDb(openPool({ url: database.ownerUrl, ...limits }))
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const folder = aPath('migrations')
  mkdirSync(folder)
  const run = async (names: readonly string[]) => {
    for (const name of names) {
      const file = `${name}.sql`
      cpSync(fileURLToPath(new URL(file, migrationFolder)), path.join(folder, file))
    }
    await migrate(db, pathToFileURL(`${folder}/`))
    return readFacts(client)
  }
  const names = await migrationNames()
  const refused: string[] = []

  let before = await run(names.filter(isOld))
  for (const name of names.filter((each) => !isOld(each))) {
    const after = await run([name])
    const text = readFileSync(new URL(`${name}.sql`, migrationFolder), 'utf8')
    refused.push(...unexplained(name, text, refusalsOf(before, after)))
    before = after
  }

  await client.end()
  await db.destroy()
  await dropDatabase(database)
  expect(refused).toEqual([])
})

describe('a migration is refused that', () => {
  it.for([
    [
      'drops a column',
      'alter table words drop column salt',
      'column words.salt is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'drops a column where no parser looks',
      `do $$ begin execute format('alter table %I drop column salt', 'words'); end $$`,
      'column words.salt is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'renames a column',
      'alter table words rename column salt to pepper',
      'column words.salt is gone. Leave it, and remove it one release after the last code that uses it.',
      'column words.pepper is required, and the previous version does not fill it. Let it be null, or give it a default.',
    ],
    [
      'drops a table',
      'drop table source_alias',
      'table source_alias is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'renames a table',
      'alter table source_alias rename to other_name',
      'table source_alias is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'drops a view',
      'drop view as_of.current_affiliation',
      'view as_of.current_affiliation is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'drops a function',
      'drop function redact(uuid, bigint, text)',
      'function redact(uuid,bigint,text) is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'drops an index',
      'drop index link_was_to_link',
      'index link_was_to_link is gone. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'drops a trigger',
      'drop trigger claim_versions on claim',
      'trigger claim.claim_versions is gone. Use "create or replace trigger" to change it.',
    ],
    [
      'revokes a right',
      'revoke update (last_used_at) on api_key from counterpoint_service',
      'grant to update api_key (last_used_at) is gone. Revoke it one release after the last code that uses it.',
    ],
    [
      'changes a type',
      'alter table audit alter column kind type varchar(40)',
      'column audit.kind is character varying(40) now. Add a column beside it, and fill both until no code uses the first.',
    ],
    [
      'requires a column',
      'alter table api_key alter column expires_at set not null',
      'column api_key.expires_at may no longer be null. Require it one release after all code fills it.',
    ],
    [
      'lets a column be null',
      'alter table api_key alter column name drop not null',
      'column api_key.name may be null now. Let a release learn to read null before one writes it.',
    ],
    [
      'takes a default away',
      'alter table claim alter column rebuts drop default',
      'column claim.rebuts no longer has a default. Leave it, and remove it one release after the last code that uses it.',
    ],
    [
      'adds a column that must be filled',
      'alter table api_key add column owner text not null',
      'column api_key.owner is required, and the previous version does not fill it. Let it be null, or give it a default.',
    ],
    [
      'adds a column without a past',
      'alter table claim add column of_this_test text',
      "column claim.of_this_test has no past. Add: select keep_past_columns('claim');",
    ],
    [
      'adds a column to the table of the past and not to its view',
      'alter table claim add column of_this_test text; alter table claim_was add column of_this_test text',
      "column claim.of_this_test has no past. Add: select keep_past_columns('claim');",
    ],
    [
      'adds a check of what is there',
      "alter table api_key add constraint named check (name <> '')",
      'check api_key.named may refuse what the previous version writes. Add it one release after all code keeps to it.',
    ],
    [
      'adds a unique index',
      'create unique index one_name on api_key (name)',
      'unique index one_name may refuse what the previous version writes. Add it one release after all code keeps to it.',
    ],
    [
      'adds a foreign key',
      'alter table audit add constraint of_event foreign key (id) references event',
      'key audit.of_event may refuse what the previous version writes. Add it one release after all code keeps to it.',
    ],
    [
      'makes a check narrower',
      `alter table redaction drop constraint redaction_ground_check;
       alter table redaction add constraint redaction_ground_check check (ground in ('erased'))`,
      'check redaction.redaction_ground_check may allow less. Allow what it allowed, and more.',
    ],
    [
      'gives a reason for what it does not do',
      '-- The previous version can live with: column claim.kind: nobody reads it.\nselect 1',
      'column claim.kind needs no reason. Remove the line.',
    ],
  ] as const)('%s', async ([_, text, ...messages], { owner, before }) => {
    const refusals = messages.map((message) => `0099: ${message}`)
    expect(await tried(owner, before, text)).toEqual(refusals)
  })
})

describe('a migration is let through that', () => {
  it.for([
    ['adds a table with all it has', 'create table mood (id uuid primary key, text text unique)'],
    ['adds a column', 'alter table api_key add column owner text'],
    [
      'adds a column with a default',
      "alter table api_key add column owner text not null default ''",
    ],
    [
      'adds a column of a noun with its past',
      "alter table claim add column of_this_test text check (of_this_test <> ''); select keep_past_columns('claim')",
    ],
    ['adds an index', 'create index key_names on api_key (name)'],
    ['adds a function', "create function mood() returns text language sql return 'calm'"],
    ['grants', 'grant update (name) on api_key to counterpoint_service'],
    [
      'makes a list of values longer',
      `alter table redaction drop constraint redaction_ground_check;
       alter table redaction add constraint redaction_ground_check
         check (ground in ('withheld', 'erased', 'mistaken'))`,
    ],
    [
      'makes a check an alternative',
      `do $$
       declare allowed text := (
         select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'event_kind_check'
       );
       begin
         alter table event drop constraint event_kind_check;
         execute format(
           'alter table event add constraint event_kind_check check ((%s) or kind = %L)',
           allowed, 'claim.shouted'
         );
       end $$`,
    ],
    ['makes a view again', "select keep_past_columns('claim')"],
    [
      'says why the previous version can live with it',
      '-- The previous version can live with: index link_was_to_link: it is slow without, and right.\ndrop index link_was_to_link',
    ],
  ] as const)('%s', async ([_, text], { owner, before }) => {
    expect(await tried(owner, before, text)).toEqual([])
  })
})
