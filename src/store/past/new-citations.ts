import { sql } from 'kysely'
import type { ClaimId } from '../../domain/ids.ts'
import type { Db } from '../database/db.ts'

/** Those of some claims with a citation that was entered, amended or taken away after an event. */
export async function listRewritten(
  db: Db,
  claims: readonly ClaimId[],
  from: number,
  to: number,
): Promise<readonly ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`
    select id from unnest(${claims}::uuid[]) as asked (id)
    where exists (
      select from citation where claim_id = asked.id
        and since_seq > ${from}::bigint and since_seq <= ${to}::bigint
    ) or exists (
      select from citation_was where claim_id = asked.id
        and (since_seq > ${from}::bigint and since_seq <= ${to}::bigint
          or until_seq > ${from}::bigint and until_seq <= ${to}::bigint)
    )
  `.execute(db)
  return rows.map(({ id }) => id)
}
