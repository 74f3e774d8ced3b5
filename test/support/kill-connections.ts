import { Client } from 'pg'
import { inject } from 'vitest'
import type { TestDatabase } from './clone.ts'

/** Ends the sessions of a test's database with that application name, as an operator would. */
export async function killConnections(
  { serviceUrl }: TestDatabase,
  applicationName: string,
): Promise<void> {
  const client = new Client({ connectionString: inject('template').adminUrl })
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid, 5000)
     from pg_stat_activity
     where application_name = $1 and datname = $2`,
    [applicationName, new URL(serviceUrl).pathname.slice(1)],
  )
  await client.end()
}
