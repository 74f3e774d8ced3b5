import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { stopUnused } from '../../src/store/embedded/stop-unused.ts'
import { aCopyOf, aFolder, makeUsedFolder, use } from '../support/embedded.ts'
import { inCluster, isAlive, killServer, serverPid } from '../support/embedded-server.ts'

const startTime = 'select pg_postmaster_start_time()::text as at'

describe('the embedded PostgreSQL', () => {
  let used = ''
  beforeAll(async () => {
    used = await makeUsedFolder()
  })
  afterAll(() => rmSync(used, { recursive: true }))

  it('waits for the disk, listens to no network, and works in UTF-8', async () => {
    const { ask } = await use(aFolder(), { isDurable: true })

    const settings = await ask(
      `
      select json_object_agg(name, setting) as by_name from pg_settings where name in (
        'fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding',
        'TimeZone', 'lc_messages', 'log_min_messages', 'log_min_error_statement',
        'log_statement', 'log_min_duration_statement', 'log_parameter_max_length_on_error'
      )
    `.replaceAll('\n', ' '),
    )
    await ask('create extension pg_trgm')
    const trigrams = await ask(`select cardinality(show_trgm('매출')) as count`)

    expect(settings).toStrictEqual({
      by_name: {
        fsync: 'on',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        listen_addresses: '',
        server_encoding: 'UTF8',
        TimeZone: 'UTC',
        lc_messages: 'C',
        log_min_messages: 'fatal',
        log_min_error_statement: 'panic',
        log_statement: 'none',
        log_min_duration_statement: '-1',
        log_parameter_max_length_on_error: '0',
      },
    })
    expect(trigrams).toStrictEqual({ count: 3 })
  })

  it('keeps its files to itself and lets nobody in without a password', async () => {
    const dataDir = aCopyOf(used)
    const { urls } = await use(dataDir)
    const home = path.join(dataDir, 'postgres')
    const modeOf = (entry: string) => (statSync(path.join(home, entry)).mode & 0o777).toString(8)

    const entries = ['.', 'cluster', 'cluster/counterpoint-passwords.json', 'server.log']

    expect(entries.map(modeOf)).toStrictEqual(['700', '700', '600', '600'])
    expect(statSync(home).uid).not.toBe(0)
    await expect(connect(urls.adminUrl.replace(/:[^:@]+@/, '@'))).rejects.toThrow(/password/)
    await expect(connect(urls.adminUrl.replace(/:[^:@]+@/, ':guess@'))).rejects.toThrow(/password/)
  })

  it('lets the owner change the schema, the service not, and neither all', async () => {
    const { urls, ask } = await use(aCopyOf(used))
    const service = await connect(urls.serviceUrl)

    await ask('create table claim (text text)')
    const owner = await ask('select rolsuper from pg_roles where rolname = current_user')
    const served = await service.query('select rolsuper from pg_roles where rolname = current_user')

    expect(owner).toStrictEqual({ rolsuper: false })
    expect(served.rows).toStrictEqual([{ rolsuper: false }])
    await expect(service.query('create table other (id int)')).rejects.toThrow(/permission denied/)
    await expect(service.query('select * from claim')).rejects.toThrow(/permission denied/)
  })

  it('keeps what was committed from one run to the next', async () => {
    const dataDir = aCopyOf(used)
    const first = await use(dataDir)
    await first.ask(`create table claim as select '주장'::text as text`)
    await first.stop()

    const second = await use(dataDir)

    expect(await second.ask('select text from claim')).toStrictEqual({ text: '주장' })
    expect(second.urls).toStrictEqual(first.urls)
  })

  it('serves several processes, and the last one out stops it', async () => {
    const dataDir = aCopyOf(used)
    const first = await use(dataDir)
    const second = await use(dataDir)
    const pid = serverPid(dataDir)

    expect(await second.ask(startTime)).toStrictEqual(await first.ask(startTime))
    expect(await first.stop()).toBe('left running')
    expect(await second.ask('select 1 as one')).toStrictEqual({ one: 1 })
    expect(await second.stop()).toBe('stopped')
    expect(isAlive(pid)).toBe(false)
  })

  it('is made once when several processes start at the same time', async () => {
    const dataDir = aFolder()

    const uses = await Promise.all([use(dataDir), use(dataDir), use(dataDir)])

    const times = await Promise.all(uses.map(({ ask }) => ask(startTime)))
    expect(new Set(times.map((time) => JSON.stringify(time))).size).toBe(1)
    expect(readdirSync(dataDir)).toStrictEqual(['postgres'])
    expect(readdirSync(path.join(dataDir, 'postgres'))).toContain('cluster')
    expect(readdirSync(path.join(dataDir, 'postgres')).join()).not.toMatch(/initdb/)
    expect(await Promise.all(uses.map(({ stop }) => stop()))).toContain('stopped')
  })

  it.each(['SIGKILL', 'SIGABRT', 'SIGTERM'] as const)(
    'does not outlive the last process by much, though %s ended it',
    async (signal) => {
      const dataDir = aCopyOf(used)
      const [first, last] = [await use(dataDir), await use(dataDir)]
      const pid = serverPid(dataDir)
      first.process.kill(signal)
      await once(first.process, 'exit')
      expect(await last.ask('select 1 as one')).toStrictEqual({ one: 1 })

      last.process.kill(signal)

      await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
      expect(existsSync(inCluster(dataDir, 'postmaster.pid'))).toBe(false)
    },
  )

  it('is joined by the next process after the only one and its guard were killed', async () => {
    const dataDir = aCopyOf(used)
    const killed = await use(dataDir)
    const time = await killed.ask(startTime)
    killGuard(killed.process)
    await killed.kill()

    const next = await use(dataDir)

    expect(await next.ask(startTime)).toStrictEqual(time)
    expect(await next.stop()).toBe('stopped')
  })

  it('is stopped by hand when nobody uses it, and makes nothing where there is none', async () => {
    const dataDir = aCopyOf(used)
    const orphaned = await use(dataDir)
    const pid = serverPid(dataDir)
    expect(await stopUnused(dataDir)).toBe('in use')
    killGuard(orphaned.process)
    await orphaned.kill()

    await expect.poll(() => stopUnused(dataDir)).toBe('stopped')

    expect(isAlive(pid)).toBe(false)
    expect(await stopUnused(dataDir)).toBe('absent')
    const nowhere = aFolder()
    expect(await stopUnused(nowhere)).toBe('absent')
    expect(existsSync(nowhere)).toBe(false)
  })

  it('recovers what was committed after server and process were killed', async () => {
    const dataDir = aCopyOf(used)
    const killed = await use(dataDir, { isDurable: true })
    await killed.ask('create table claim as select 7 as id')
    await Promise.all([killed.kill(), killServer(dataDir)])

    const next = await use(dataDir, { isDurable: true })

    expect(await next.ask('select id from claim')).toStrictEqual({ id: 7 })
  })

  it('is set up again under a process that goes on, when it alone was killed', async () => {
    const dataDir = aCopyOf(used)
    const { ask, stop, log } = await use(dataDir, { isDurable: true })
    await ask('create table claim as select 7 as id')
    await killServer(dataDir)

    await expect
      .poll(() => ask('select id from claim'), { timeout: 30_000 })
      .toStrictEqual({ id: 7 })

    await expect.poll(log).toMatch(/has gone away/)
    expect(await stop()).toBe('stopped')
  })

  it('does not hear Ctrl-C, so that the process can finish its work', async () => {
    const { process: child, ask, next, stop } = await use(aCopyOf(used), { detached: true })

    process.kill(-(child.pid ?? NaN), 'SIGINT')

    expect(await next()).toBe('SIGINT')
    expect(await ask('select 1 as one')).toStrictEqual({ one: 1 })
    expect(await stop()).toBe('stopped')
  })

  it('starts although its lock names a process that is alive, but another one', async () => {
    const dataDir = aCopyOf(used)
    const killed = await use(dataDir)
    await Promise.all([killed.kill(), killServer(dataDir)])
    const lock = inCluster(dataDir, 'postmaster.pid')
    const { uid, gid } = statSync(lock)
    const other = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    onTestFinished(() => void other.kill())
    await once(other, 'spawn')
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(other.pid)))

    const next = await use(dataDir)

    expect(await next.ask('select 1 as one')).toStrictEqual({ one: 1 })
    expect(isAlive(other.pid ?? NaN)).toBe(true)
  })

  it('starts although others stop what nobody uses yet', async () => {
    const dataDir = aCopyOf(used)
    const starting = new AbortController()
    const stops: number[] = []
    const stopping = async () => {
      for (; !starting.signal.aborted; await sleep(1))
        if ((await stopUnused(dataDir)) === 'stopped') stops.push(Date.now())
    }
    const stopped = Promise.all([stopping(), stopping()])

    // Until they have met at least once.
    for (let round = 0; round < 5 || (stops.length === 0 && round < 50); round += 1) {
      const embedded = await startEmbedded({ dataDir, isDurable: false })
      await expect(embedded.stop()).resolves.toBe('stopped')
    }
    starting.abort()
    await stopped

    expect(stops).not.toHaveLength(0)
  })

  it('can be used again and again while others leave it', async () => {
    const dataDir = aCopyOf(used)
    let using = await startEmbedded({ dataDir, isDurable: false })

    for (let round = 0; round < 10; round += 1) {
      const [next] = await Promise.all([startEmbedded({ dataDir, isDurable: false }), using.stop()])
      const client = await connect(next.serviceUrl)
      expect((await client.query('select 1 as one')).rows).toStrictEqual([{ one: 1 }])
      await client.end()
      using = next
    }

    expect(await using.stop()).toBe('stopped')
  })
})

/** The shell that waits for the death of the process. */
function killGuard({ pid }: ChildProcess): void {
  const { status } = spawnSync('pkill', ['-KILL', '-P', String(pid), '-x', 'sh'])
  expect(status).toBe(0)
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
