import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** Whether any claim has the words of a tsquery. */
export async function findsAny(db: Db, query: string): Promise<boolean> {
  const { rows } = await sql<{ isFound: boolean }>`
    select exists (
      select from claims_with_words(${query}::tsquery, null, null, null, 1)
    ) as "isFound"
  `.execute(db)
  return rows[0]?.isFound ?? false
}
