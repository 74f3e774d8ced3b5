import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'

/** Claims of speakers of their own, each of which undercuts the one before. */
function chain(name: string, length: number): readonly object[] {
  return Array.from({ length }, (_, at) => [
    { type: 'source', ref: `s${at}`, kind: 'outlet', name: `${name} ${at}` },
    {
      type: 'claim',
      ref: `c${at}`,
      kind: 'fact',
      speaker: `s${at}`,
      about: [],
      text: `What ${name} ${at} says.`,
      lang: 'en',
      assertedAt: '2025',
    },
    ...(at === 0
      ? []
      : [
          {
            type: 'link',
            ref: `l${at}`,
            relation: 'undercuts',
            from: `c${at}`,
            to: { claim: `c${at - 1}` },
          },
        ]),
  ]).flat()
}

/** How many rows of each table were read by scanning it. */
async function scanned(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ table: string; read: number }>`
    select relname as "table", seq_tup_read::integer as read from pg_stat_user_tables
  `.execute(db)
  return new Map(rows.map(({ table, read }) => [table, read]))
}

describe('the write path', () => {
  it('looks up by indexes, although its plans were made for an empty record', async ({
    database,
    ownerDb,
  }) => {
    const pool = openPool({
      url: database.serviceUrl,
      applicationName: 'kept-plans.test',
      connectionsMax: 1,
      limits: servingLimits,
      isForWriting: true,
    })
    onTestFinished(() => pool.end())
    const db = openDb(pool, { preparesAll: true })
    const header = { type: 'bundle', duplicates: 'refuse' }
    await importLines(db, [header, ...chain('First', 2)])
    await importLines(db, [header, ...chain('Second', 200)])
    await sql`select pg_stat_force_next_flush()`.execute(db)
    const before = await scanned(ownerDb)

    await importLines(db, [header, ...chain('Third', 200)])
    await sql`select pg_stat_force_next_flush()`.execute(db)
    // Reports what the statement before was told to report.
    await sql`select 1`.execute(db)

    // Tables of a few rows that do not grow with the record may be scanned.
    const after = [...(await scanned(ownerDb))]
    const grown = after.map(([table, read]) => [table, read - (before.get(table) ?? 0)] as const)
    // `facets_to_count` has what this transaction changes, all of which is taken from it.
    const others = grown.filter(([table]) => table !== 'facets_to_count')
    expect(others.filter(([, read]) => read > 100)).toStrictEqual([])
  })
})
