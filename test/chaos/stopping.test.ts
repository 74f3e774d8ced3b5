import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { it } from '../support/it.ts'
import { fromSource } from './service-process.ts'
import { stopUnderLoad } from './stopping.ts'

describe('SIGTERM under load', () => {
  it('lets no request fail that has begun, and ends with 0', async ({ database, db }) => {
    const env = {
      DATABASE_URL: database.serviceUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      // The database of the tests does not wait for the disk.
      ALLOW_DATA_LOSS: 'on',
    }

    const { failures, exitCode, acknowledged, stoppedAfterMs } = await stopUnderLoad(
      fromSource,
      env,
    )

    expect(failures).toEqual([])
    expect(exitCode).toBe(0)
    expect(stoppedAfterMs).toBeLessThan(10_000)
    expect(acknowledged.length).toBeGreaterThan(0)
    const { rows } = await sql<{ body: string }>`
      select body from words where field = '/name'
    `.execute(db)
    const stored = rows.map(({ body }) => body)
    for (const name of acknowledged) expect(stored.filter((each) => each === name)).toHaveLength(1)
  }, 120_000)
})
