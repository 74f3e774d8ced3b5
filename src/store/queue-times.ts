import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/**
 * Corrects future times in the job queue, left by a clock that was ahead for a while. Otherwise
 * such a job, and every job that the queue accepts only after it, would wait until then. Jobs
 * deliberately sent for later are left alone. Returns the number of corrected jobs.
 */
export async function correctQueueTimes(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ahead as (select now() + interval '5 minutes' as from_here),
    looked as (
      update pgboss.queue set
        monitor_claim_on = least(monitor_claim_on, now()),
        monitor_on = least(monitor_on, now()),
        maintain_on = least(maintain_on, now())
      from ahead
      where greatest(monitor_claim_on, monitor_on, maintain_on) > from_here
    ),
    sent as (
      update pgboss.job set
        created_on = now(),
        start_after = now() + (start_after - created_on)
      from ahead
      where state in ('created', 'retry') and created_on > from_here
      returning id
    ),
    begun as (
      update pgboss.job set started_on = now()
      from ahead
      where state = 'active' and started_on > from_here
      returning id
    )
    select ((select count(*) from sent) + (select count(*) from begun))::int as count
  `.execute(db)
  return rows[0]?.count ?? 0
}
