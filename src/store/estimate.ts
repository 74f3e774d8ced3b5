import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Db } from './database/db.ts'

/** The planner's estimate of a query's number of rows. */
export async function estimateRows(db: Db, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': unknown }>`explain (format json) ${query}`.execute(db)
  return planned.parse(rows[0]?.['QUERY PLAN'])[0].Plan['Plan Rows']
}

const planned = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })])
