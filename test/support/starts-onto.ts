import { sql } from 'kysely'
import type { Db } from '../../src/store/database/db.ts'

/** The claims whose links target a claim. */
export async function startsOnto(db: Db, claim: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ start: string }>`
    select from_claim as start from link where to_claim = ${claim}
  `.execute(db)
  return rows.map(({ start }) => start)
}
