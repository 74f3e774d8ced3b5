import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { migrate } from '../../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits } from '../../src/store/database/pool.ts'
import { run, startService } from '../support/command.ts'
import { cloneTemplate } from '../support/clone.ts'
import { dropDatabase, it as withDatabase } from '../support/it.ts'

/** Without the owner's address, as a service is that somebody else migrates. */
const asService = { MIGRATION_DATABASE_URL: '' }

const it = withDatabase.extend('empty', async ({ template }, { onCleanup }) => {
  const database = await cloneTemplate(template, 'template0')
  onCleanup(() => dropDatabase(database))
  return database
})

describe('a service whose role may not migrate', () => {
  it('waits, alive and not ready, and serves once somebody has migrated', async ({ empty }) => {
    const BOOTSTRAP_API_KEY = 'a-key-that-waits-for-its-table-0123456789'
    const { origin, says, ended, process } = await startService(empty, {
      ...asService,
      BOOTSTRAP_API_KEY,
      DEMO: 'on',
      DRAIN_SECONDS: '300',
    })
    await says(/lacks 0001-.*`counterpoint migrate` with MIGRATION_DATABASE_URL/)

    expect(await statusOf(origin, '/healthz')).toBe(200)
    expect(await statusOf(origin, '/metrics')).toBe(200)
    expect(await statusOf(origin, '/readyz')).toBe(503)
    expect(await statusOf(origin, '/v1/claims')).toBe(503)
    expect(await statusOf(origin, '/nowhere')).toBe(503)

    expect((await run(empty, ['migrate'])).code).toBe(0)
    await says(/it now has the demo story/)

    expect(await statusOf(origin, '/readyz')).toBe(200)
    const headers = { authorization: `Bearer ${BOOTSTRAP_API_KEY}` }
    expect(await statusOf(origin, '/v1/keys', headers)).toBe(200)
    // From a terminal, where no balancer has to notice.
    process.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  it('stops on a signal while it waits', async ({ empty }) => {
    const { says, ended, process } = await startService(empty, asService)
    await says(/lacks 0001-/)

    process.kill('SIGTERM')

    expect((await ended).code).toBe(0)
  })

  it.for(['migrate', 'seed'])(
    '3: %s says who has to migrate, and changes nothing',
    async (verb, { empty }) => {
      const { code, err } = await run(empty, [verb], { env: asService })

      expect(code).toBe(3)
      expect(err).toMatch(/lacks 0001-.* this role may not migrate/)
      expect(err).not.toMatch(/\n\s+at /)
    },
  )
})

describe('a service that is older than the schema', () => {
  it('goes on serving, starts again, and says that it is older', async ({ empty }) => {
    const owner = openDb(
      openPool({
        url: empty.ownerUrl,
        applicationName: 'serve.test',
        connectionsMax: 1,
        limits: owningLimits,
      }),
    )
    await migrate(owner)
    const running = await startService(empty, asService)
    await running.says(/Stop it with Ctrl-C/)

    await sql`alter table story add column newer text`.execute(owner)
    await sql`
      insert into kysely_migration (name, timestamp) values ('9999-from-a-newer-version', '')
    `.execute(owner)
    await owner.destroy()
    const restarted = await startService(empty)
    await restarted.says(/"unknown":\["9999-from-a-newer-version"\]/)
    await restarted.says(/Stop it with Ctrl-C/)

    for (const { origin } of [running, restarted]) {
      expect(await statusOf(origin, '/readyz')).toBe(200)
      expect(await statusOf(origin, '/v1/stories')).toBe(200)
    }
  })
})

describe('a service that is asked to stop', () => {
  it('is not ready for DRAIN_SECONDS, answers all the while, and ends at once when asked again', async ({
    database,
  }) => {
    const { origin, says, ended, process } = await startService(database, { DRAIN_SECONDS: '300' })
    await says(/Stop it with Ctrl-C/)

    process.kill('SIGTERM')
    await says(/Stopping on SIGTERM/)

    expect(await statusOf(origin, '/readyz')).toBe(503)
    expect(await statusOf(origin, '/healthz')).toBe(200)
    expect(await statusOf(origin, '/v1/claims')).toBe(200)
    const metrics = await (await fetch(`${origin}/metrics`)).text()
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'counterpoint_pool_waiting{pool="service"}',
      'counterpoint_pool_waiting{pool="rate-limits"}',
    ])
      expect(metrics).toContain(`\n${name} `)

    // Those of the first second count as one with the first.
    await expect
      .poll(() => process.kill('SIGTERM') && process.exitCode, { timeout: 30_000 })
      .not.toBeNull()
    const { code, err } = await ended
    expect(code).toBe(128 + 15)
    expect(err).toContain('Ending now, on SIGTERM.')
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })
})

describe('a service on a database that could lose data', () => {
  it('3: does not start', async ({ database }) => {
    const url = new URL(database.serviceUrl)
    url.searchParams.append('options', '-c synchronous_commit=off')
    const risky = { serviceUrl: url.href, ownerUrl: url.href }

    const { code, err } = await run(risky, ['serve'], { env: { ALLOW_DATA_LOSS: 'off' } })

    expect(code).toBe(3)
    expect(err).toMatch(/could lose what it has acknowledged: .*synchronous_commit off/)
  })
})

async function statusOf(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  return (await fetch(origin + path, { headers })).status
}
