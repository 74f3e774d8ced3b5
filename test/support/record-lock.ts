import { Client } from 'pg'
import { onTestFinished } from 'vitest'

/** Somebody else writes, for as long as needed. */
export async function holdRecordLock(url: string): Promise<() => Promise<void>> {
  const holder = new Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin; update record_head set seq = seq')
  let isHeld = true
  const release = async () => {
    if (isHeld) await holder.end()
    isHeld = false
  }
  onTestFinished(release)
  return release
}

/** The application names of the connections that wait for a lock. */
export async function waitingForLock(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where wait_event_type = 'Lock' and datname = current_database()`,
  )
  await client.end()
  return rows.map(({ name }) => name)
}
