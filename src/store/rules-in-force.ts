import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** A version of the rules, and the event since which it computes what is stored. */
export interface RulesInForce {
  readonly version: number
  readonly sinceSeq: number
}

/** The newest rules, as of the moment that is read. */
export const newestRules = sql`(
  select json_build_object('version', version, 'sinceSeq', since_seq)
  from rules_in_force order by version desc limit 1
)`

/** The versions that have been in force, the newest first. */
async function listRulesInForce(db: Db): Promise<readonly RulesInForce[]> {
  const { rows } = await sql<RulesInForce>`
    select version, since_seq as "sinceSeq" from rules_in_force order by version desc
  `.execute(db)
  return [...rows, { version: 1, sinceSeq: 0 }]
}

export async function loadRulesInForce(db: Db): Promise<number> {
  const [newest] = await listRulesInForce(db)
  return newest?.version ?? 1
}

export async function putInForce(
  tx: Db,
  { version, sinceSeq, since }: RulesInForce & { readonly since: Date },
): Promise<void> {
  await sql`
    insert into rules_in_force (version, since_seq, since)
    values (${version}, ${sinceSeq}, ${since})
  `.execute(tx)
}
