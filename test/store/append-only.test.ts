import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { lockHead } from '../../src/store/head.ts'
import { servingRole } from '../../src/store/database/roles.ts'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { redact } from '../support/redact.ts'
import { answerTo } from '../support/refusal.ts'
import { seedLines } from '../support/seed.ts'

/** Rows that are added and never touched again. */
const history = [
  'event',
  'words',
  'status_history',
  'affiliation',
  'claim_about',
  'story_claim',
  'audit',
  'bundle_ref',
  'redaction',
  'rules_in_force',
]
/** What may be amended and voided, and is never deleted. */
const nouns = ['source', 'report', 'claim', 'link', 'citation', 'story']
/** Rows as they were, kept by triggers. */
const past = [...nouns, 'node'].map((table) => `${table}_was`)
/** What can be rebuilt from the rest. */
const derived = [
  'entered_reference',
  'node',
  'dependency',
  'claim_search',
  'source_alias',
  'source_key',
  'figure_key',
  'last_status',
  'last_status_read',
  'report_page',
  'name_search',
]
/** What is never changed, and goes only where a merge moves the ends of a link. */
const moved = ['undercut_end']
/** Kept by triggers alone. */
const noted = [
  'answered_as',
  'answered_by',
  'claim_facets',
  'facet',
  'facets_to_count',
  'quoted_by',
  'rated_as',
]
/** Never deleted, and changed only by being voided. */
const merges = ['merge']
/** What is no part of the record. */
const operational = [
  'record_head',
  'outbox',
  'outbox_reader',
  'api_key',
  'idempotency',
  'rate_limit',
  'facet_totals',
  'name_search_missing',
  'unread_answers',
  'answers_read',
]
const ledger = ['kysely_migration', 'kysely_migration_lock']

/** What of a noun is as it was entered for ever. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  source: ['id', 'recorded_at', 'since_seq'],
  report: ['id', 'published_end', 'recorded_at', 'since_seq'],
  claim: ['asserted_days', 'asserted_end', 'countered_by', 'id', 'recorded_at', 'since_seq'],
  link: ['id', 'recorded_at', 'relation', 'since_seq'],
  citation: ['ending_seq', 'id', 'position', 'recorded_at', 'since_seq'],
  story: ['id', 'recorded_at', 'since_seq'],
}

const it = bare.extend('seeded', { scope: 'file', auto: true }, async ({ db, ownerDb }) => {
  await importLines(db, seedLines())
  await redact(db, 'story', '019ae1e5-007c-7e68-abd2-a7543971df99')
  await sql`insert into audit (actor, kind, body) values ('{}', 'tried', '{}')`.execute(ownerDb)
  await ownerDb.transaction().execute(async (tx) => {
    await lockHead(tx)
    for (const table of nouns)
      await sql`update ${sql.table(table)} set version = version`.execute(tx)
    await sql`update node set forced = not forced`.execute(tx)
  })
  return true
})

describe('the tables of the database', () => {
  it('are each history, noun, derived or operational, so that none is forgotten here', async ({
    ownerDb,
  }) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
    `.execute(ownerDb)

    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [
        ...history,
        ...nouns,
        ...past,
        ...derived,
        ...moved,
        ...noted,
        ...merges,
        ...operational,
        ...ledger,
      ].toSorted(),
    )
  })

  it.for([...history, ...nouns, ...past])(
    'hold something of %s to try it on',
    async (table, { ownerDb }) => {
      const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(ownerDb)

      expect(rows).toHaveLength(1)
    },
  )
})

describe.each([...history, ...past])('history in %s', (table) => {
  it('cannot be changed or removed by the service', async ({ db }) => {
    const column = await someColumn(db, table)

    expect(await answerTo(db, sql`update ${sql.table(table)} set ${column} = ${column}`)).toMatch(
      /^permission denied/,
    )
    expect(await answerTo(db, sql`delete from ${sql.table(table)}`)).toMatch(/^permission denied/)
    expect(await answerTo(db, sql`truncate ${sql.table(table)} cascade`)).toMatch(
      /^permission denied/,
    )
  })

  it.for([true, false])(
    'cannot be changed or removed by its owner, record lock held: %s',
    async (isLocked, { ownerDb }) => {
      const column = await someColumn(ownerDb, table)
      const statements = {
        UPDATE: sql`update ${sql.table(table)} set ${column} = ${column} where false`,
        DELETE: sql`delete from ${sql.table(table)} where false`,
        TRUNCATE: sql`truncate ${sql.table(table)}`,
      }

      for (const [verb, statement] of Object.entries(statements)) {
        expect(await answerTo(ownerDb, statement, { isLocked })).toBe(
          verb === 'TRUNCATE' && table === 'event'
            ? 'cannot truncate a table referenced in a foreign key constraint'
            : `${table} is append-only: ${verb} refused`,
        )
      }
      expect(
        await answerTo(ownerDb, sql`truncate ${sql.table(table)} cascade`, { isLocked }),
      ).toMatch(/is append-only: TRUNCATE refused$/)
    },
  )
})

describe.each(nouns)('a %s', (table) => {
  it('cannot be deleted by the service', async ({ db }) => {
    expect(await answerTo(db, sql`delete from ${sql.table(table)}`)).toMatch(/^permission denied/)
    expect(await answerTo(db, sql`truncate ${sql.table(table)} cascade`)).toMatch(
      /^permission denied/,
    )
  })

  it('cannot be deleted by the owner of the table', async ({ ownerDb }) => {
    expect(await answerTo(ownerDb, sql`delete from ${sql.table(table)} where false`)).toBe(
      `${table} is append-only: DELETE refused`,
    )
    expect(await answerTo(ownerDb, sql`truncate ${sql.table(table)} cascade`)).toMatch(
      /is append-only: TRUNCATE refused$/,
    )
  })

  it('keeps its id and the time it was recorded, even if the owner updates it', async ({
    db,
    ownerDb,
  }) => {
    const changes = [sql`id = uuidv7()`, sql`recorded_at = recorded_at - interval '1 day'`]

    for (const change of changes) {
      const statement = sql`update ${sql.table(table)} set ${change}`
      expect(await answerTo(db, statement)).toMatch(/^permission denied/)
      expect(await answerTo(ownerDb, statement)).toBe(`the identity of a ${table} never changes`)
    }
  })

  it('stays voided once it is', async ({ db, ownerDb }) => {
    const voiding = sql`update ${sql.table(table)} set voided_at = now()`
    const backs = [sql`voided_at = null`, sql`voided_at = voided_at + interval '1 day'`]

    for (const each of [db, ownerDb]) {
      expect(await answerTo(each, [voiding, voiding])).toBe('accepted')
      for (const back of backs)
        expect(await answerTo(each, [voiding, sql`update ${sql.table(table)} set ${back}`])).toBe(
          'what was voided stays voided',
        )
    }
  })

  it('has columns that the service may not update, and these are they', async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table}
        and not has_column_privilege(${servingRole}, ${table}, column_name, 'update')
    `.execute(db)
    expect(rows.map(({ name }) => name).toSorted()).toEqual(fixed[table])

    for (const { name } of rows) {
      const statement = sql`update ${sql.table(table)} set ${sql.ref(name)} = default`
      expect(await answerTo(db, statement)).toMatch(/^permission denied/)
    }
  })
})

describe.each([
  ...nouns,
  ...derived,
  ...moved,
  'outbox',
  ...history.filter((table) => !['audit', 'bundle_ref', 'redaction'].includes(table)),
])('a write of %s', (table) => {
  const isUpdated =
    [...nouns, ...derived].includes(table) &&
    !['source_key', 'figure_key', 'entered_reference', 'last_status_read'].includes(table)
  const isDeleted = [...derived, ...moved].includes(table)

  it('requires the record lock of every writer', async ({ db, ownerDb }) => {
    const column = await someColumn(db, table)
    const updated = nouns.includes(table) ? sql.ref('version') : column
    const statements = [
      sql`insert into ${sql.table(table)} (${column}) select ${column} from ${sql.table(table)} where false`,
      ...(isUpdated ? [sql`update ${sql.table(table)} set ${updated} = ${updated}`] : []),
      ...(isDeleted ? [sql`delete from ${sql.table(table)} where false`] : []),
    ]

    for (const each of [db, ownerDb])
      for (const statement of statements) {
        expect(await answerTo(each, statement)).toBe('accepted')
        expect(await answerTo(each, statement, { isLocked: false })).toMatch(
          new RegExp(`^the record lock is not held: [A-Z]+ on ${table}$`),
        )
      }
  })
})

describe('a merge', () => {
  it('is never deleted, and what it says never changes', async ({ db, ownerDb }) => {
    expect(await answerTo(db, sql`delete from merge`)).toMatch(/^permission denied/)
    expect(await answerTo(db, sql`update merge set into_id = from_id`)).toMatch(
      /^permission denied/,
    )
    expect(await answerTo(ownerDb, sql`delete from merge where false`)).toBe(
      'merge is append-only: DELETE refused',
    )
  })
})

describe('the record lock', () => {
  const write = sql`update source set version = version`

  it('is not held by selecting the head for update', async ({ db }) => {
    const select = sql`select from record_head for update`

    expect(await answerTo(db, [select, write], { isLocked: false })).toMatch(/is not held/)
  })

  it('is not held by whom another holds it beside', async ({ db }) => {
    await db.transaction().execute(async (tx) => {
      await sql`update record_head set seq = seq`.execute(tx)

      expect(await answerTo(db, write, { isLocked: false })).toMatch(/is not held/)
    })
  })

  const lock = sql`update record_head set seq = seq`
  const [begin, release, undo] = [
    sql`savepoint here`,
    sql`release savepoint here`,
    sql`rollback to savepoint here`,
  ]

  it('is held by the whole transaction when a part of it took it', async ({ db }) => {
    const unlocked = { isLocked: false }

    expect(await answerTo(db, [begin, lock, write], unlocked)).toBe('accepted')
    expect(await answerTo(db, [begin, lock, release, write], unlocked)).toBe('accepted')
    expect(await answerTo(db, [begin, lock, release, begin, write], unlocked)).toBe('accepted')
    expect(await answerTo(db, [lock, begin, lock, undo, write], unlocked)).toBe('accepted')
  })

  it('is not held when the part that took it was undone', async ({ db }) => {
    expect(await answerTo(db, [begin, lock, undo, write], { isLocked: false })).toMatch(
      /is not held/,
    )
  })

  it('is not held because another transaction, begun later, has held it', async ({ db }) => {
    const earlier = await db.startTransaction().execute()
    await sql`select pg_current_xact_id()`.execute(earlier)
    await db.transaction().execute(async (later) => void (await lock.execute(later)))

    await expect(write.execute(earlier)).rejects.toThrow(/is not held/)
    await earlier.rollback().execute()
  })
})

async function someColumn(db: Parameters<typeof answerTo>[0], table: string) {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum = 2
  `.execute(db)
  return sql.ref(rows[0]?.name ?? '')
}
