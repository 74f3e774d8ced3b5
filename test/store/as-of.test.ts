import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { it } from '../support/it.ts'

const versioned = ['source', 'report', 'claim', 'link', 'citation', 'story', 'node']

describe('what was', () => {
  it.for(versioned)('has every column of %s', async (table, { ownerDb }) => {
    const columnsOf = async (schema: string, name: string) => {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
        where table_schema = ${schema} and table_name = ${name} order by ordinal_position
      `.execute(ownerDb)
      return rows.map((row) => row.name)
    }

    const columns = ['until_seq', ...(await columnsOf('public', table))]

    expect(await columnsOf('public', `${table}_was`)).toEqual(columns)
    expect(await columnsOf('as_of', table)).toEqual(columns)
  })

  it.for(versioned)('is for nobody to write: %s', async (table, { db, ownerDb }) => {
    const was = sql.table(`${table}_was`)

    await expect(sql`insert into ${was} select * from ${was}`.execute(db)).rejects.toThrow(
      /permission denied/,
    )
    await expect(sql`delete from ${was}`.execute(ownerDb)).rejects.toThrow(/append-only/)
  })

  it('is kept under the record lock alone', async ({ db }) => {
    const insert = sql`
      insert into node (id, owner, kind, forced) values (uuidv7(), uuidv7(), 'guard', false)
    `
    await expect(insert.execute(db)).rejects.toThrow(/record lock is not held/)
  })
})
