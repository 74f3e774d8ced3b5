import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { searchForm } from './search-form.ts'

const isPast = sql<boolean>`(form is null or form < ${sql.lit(searchForm)})`

/** Some claims whose words are indexed in an earlier form, or by an earlier version. */
export async function listClaimsOfPastForm(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select claim_id as id from claim_search where ${isPast} limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** The same of the names of sources. */
export async function listSourcesOfPastForm(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct source_id as id from source_alias where ${isPast} limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}
