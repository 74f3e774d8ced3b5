import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { checkServer } from '../../src/store/database/check-server.ts'
import { startEmbedded, type Embedded } from '../../src/store/embedded/start.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'
import { makeUsedFolder } from '../support/embedded.ts'

describe('checkServer', () => {
  let dataDir: string
  let server: Embedded
  beforeAll(async () => {
    dataDir = await makeUsedFolder()
    server = await startEmbedded({ dataDir })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })

  it.each(['on', 'local', 'remote_write', 'remote_apply'])(
    'takes a server that waits for its own disk: synchronous_commit=%s',
    async (value) => {
      await expect(check(server, { synchronous_commit: value })).resolves.toBeUndefined()
    },
  )

  it('refuses commits that wait for no disk, unless everything may be lost', async () => {
    await expect(check(server, { synchronous_commit: 'off' })).rejects.toThrow(
      'The database of DATABASE_URL could lose what it has acknowledged: synchronous_commit off. Turn on what is off, or set ALLOW_DATA_LOSS=on if everything may be lost.',
    )
    await expect(check(server, { synchronous_commit: 'off' }, true)).resolves.toBeUndefined()
  })

  it.each(['fsync', 'full_page_writes'])('refuses a server whose %s is off', async (name) => {
    await configure(server, name, 'off')
    onTestFinished(() => configure(server, name, 'on'))

    await expect(check(server)).rejects.toThrow(`acknowledged: ${name} off.`)
    await expect(check(server, {}, true)).resolves.toBeUndefined()
  })
})

async function check(
  { serviceUrl }: Embedded,
  settings: Readonly<Record<string, string>> = {},
  allowsDataLoss = false,
): Promise<void> {
  const url = new URL(serviceUrl)
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  url.searchParams.set('options', options.join(' '))
  const pool = openPool({
    url: url.href,
    applicationName: 'check-server.test',
    connectionsMax: 1,
    limits: servingLimits,
  })
  try {
    await checkServer(pool, { variable: 'DATABASE_URL', allowsDataLoss })
  } finally {
    await pool.end()
  }
}

/** Sets it for the whole server, and waits until new sessions have it. */
async function configure({ adminUrl }: Embedded, name: string, value: string): Promise<void> {
  await ask(adminUrl, `alter system set ${name} = ${value}`)
  await ask(adminUrl, 'select pg_reload_conf()')
  while ((await ask(adminUrl, `select current_setting('${name}') as it`)) !== value);
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ it: unknown }>(statement)
  await client.end()
  return rows[0]?.it
}
