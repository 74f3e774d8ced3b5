import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/**
 * Takes back what the queue of jobs bears of times that are still to come: those of a clock that was
 * ahead for a while. Else such a job would wait until then, and with it every one that the queue takes
 * only in its place. Returns how many jobs there were. Jobs that were sent for later are not among
 * them.
 */
export async function mendQueueTimes(db: Db): Promise<number> {
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
