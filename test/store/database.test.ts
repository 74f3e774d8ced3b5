import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findSchemaGap } from '../../src/store/database/schema.ts'
import { it } from '../support/it.ts'

describe('the database of a test file', () => {
  it('is migrated', async ({ ownerDb }) => {
    expect(await findSchemaGap(ownerDb)).toStrictEqual({ pending: [], unknown: [] })
  })

  it('is used as the role of the service, which may not change the schema', async ({ db }) => {
    const { rows } = await sql`select current_user`.execute(db)

    expect(rows).toStrictEqual([{ current_user: 'counterpoint_service' }])
    await expect(sql`create table grown (id int)`.execute(db)).rejects.toThrow(/permission denied/)
  })

  it('tells the role of the service what is pending', async ({ db }) => {
    expect(await findSchemaGap(db)).toStrictEqual({ pending: [], unknown: [] })
  })
})
