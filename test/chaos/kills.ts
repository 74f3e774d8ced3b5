import { createServer } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded, type Embedded } from '../../src/store/embedded/start.ts'
import { openDb, openPool, commandLimits } from '../../src/store/database/pool.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import { killServer, serverIsThere } from '../support/embedded-server.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { enteredTogether, recordFaults } from './record-faults.ts'
import { startService, type Program, type Service } from './service-process.ts'
import { send, startWriters, type WritersOptions } from './writers.ts'

const key = 'a-key-for-writers-on-bad-days-0123456789'

/**
 * `service` and `database`: the whole process; `backend`: one of the database's own processes, which
 * serves reads; `writer`: one that writes.
 */
export const victims = ['service', 'database', 'backend', 'writer'] as const
export type Victim = (typeof victims)[number]

export interface KillsOptions {
  /**
   * The folder of the embedded database, which commits durably. It is kept, so that a run can be
   * resumed.
   */
  readonly dataDir: string
  readonly program: Program
  readonly victims: readonly Victim[]
  readonly seed: number
  /** Outlives this program, so that the run can be resumed. */
  readonly ledgerFile?: string
  /** How many writers write what. Default: eight, anything. */
  readonly writing?: Pick<WritersOptions, 'writers' | 'isSingle'>
  /** After this many kills the writers pause and the record is checked. */
  readonly checkEvery: number
  /** Called with each victim once everything works again. */
  readonly onKill?: (victim: Victim) => void
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly kills: number
  readonly offered: number
  readonly acknowledged: number
  readonly refused: number
  readonly retries: number
  /** How many writes were entered in one transaction with others. */
  readonly together: number
  readonly faults: readonly string[]
}

/**
 * Kills one victim after another at random moments while eight writers write, and compares the
 * record with the answers that the writers got. Stops at the first check that finds a fault.
 */
export async function runKills(options: KillsOptions): Promise<Progress> {
  const { dataDir, seed, checkEvery, onProgress } = options
  const embedded = await startEmbedded({ dataDir })
  const ledger = openLedger(options.ledgerFile)
  const env = { DATA_DIR: dataDir }
  const serviceOptions = { program: options.program, port: await freePort(), key, env }
  const random = randomFrom(seed)
  const faults: string[] = []
  const onFault = (fault: string) => void faults.push(fault)
  let [kills, retries, together] = [0, 0, 0]
  let service = startService(serviceOptions)
  try {
    await service.ready()
    while (kills < options.victims.length && faults.length === 0) {
      // Writers that get nothing but faults give up; their findings are checked with the rest.
      await round(options.victims.slice(kills, kills + checkEvery)).catch((error: unknown) => {
        faults.push(`${String(error)} ${service.log()}`)
      })
      const found = await checked(embedded, ledger)
      together = found.together
      faults.push(...found.faults)
      faults.push(...(await replayFaults(service, ledger)))
      onProgress?.(progress())
    }
    const code = await service.stop()
    if (code !== 0) faults.push(`On SIGTERM the service ended with ${code}. ${service.log()}`)
  } finally {
    await service.kill()
    await embedded.stop()
  }
  return progress()

  function progress(): Progress {
    const outcomes = ledger.offers().map((offer) => ledger.outcomeOf(offer)?.is)
    return {
      kills,
      offered: outcomes.length,
      acknowledged: ledger.acknowledged(),
      refused: outcomes.filter((is) => is === 'refused').length,
      retries,
      together,
      faults,
    }
  }

  async function round(victims: readonly Victim[]): Promise<void> {
    const { origin } = service
    const writers = await startWriters({
      origins: [origin],
      key,
      ledger,
      seed: seed + kills,
      onFault,
      ...options.writing,
    })
    try {
      for (const victim of victims) {
        const gapMs = written(ledger, 2 + random.below(8))
        // Anywhere in the course of a write, whatever that takes on this machine.
        await sleep((random.below(1_000) / 1_000) * (await Promise.race([gapMs, writers.ended])))
        service = await kill(victim, service)
        kills += 1
        options.onKill?.(victim)
        if (kills % 5 === 0) await writers.changeGround()
      }
    } catch (error) {
      // Writes still in progress fail for the same reason.
      await writers.stop().catch(() => {})
      throw error
    }
    await writers.stop()
    retries += writers.retries()
  }

  async function kill(victim: Victim, service: Service): Promise<Service> {
    if (victim === 'database') {
      await serverIsThere(dataDir)
      await killServer(dataDir)
    }
    if (victim === 'backend') await killBackend(embedded, 'counterpoint', random)
    if (victim === 'writer') await killBackend(embedded, 'counterpoint writes', random)
    if (victim !== 'service') {
      await service.ready()
      return service
    }
    await service.kill()
    const next = startService(serviceOptions)
    await next.ready()
    return next
  }
}

/** Resolves after this many more acknowledged writes, with the average time between two. */
async function written(ledger: Ledger, more: number): Promise<number> {
  const begun = performance.now()
  const enough = ledger.acknowledged() + more
  let last = { acknowledged: ledger.acknowledged(), at: begun }
  while (ledger.acknowledged() < enough) {
    const now = performance.now()
    if (ledger.acknowledged() > last.acknowledged)
      last = { acknowledged: ledger.acknowledged(), at: now }
    if (now - last.at > 60_000) throw new Error('For a minute nothing was acknowledged.')
    await sleep(1)
  }
  return (performance.now() - begun) / more
}

/**
 * Kills a process of the embedded PostgreSQL, which then restarts the database; one in a transaction
 * if there is any.
 */
async function killBackend({ adminUrl }: Embedded, application: string, random: Random) {
  const client = new Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number; isBusy: boolean }>(
    `select pid, xact_start is not null as "isBusy" from pg_stat_activity
     where application_name = $1`,
    [application],
  )
  const busy = rows.filter(({ isBusy }) => isBusy)
  const some = busy.length > 0 ? busy : rows
  const victim = some[random.below(Math.max(1, some.length))]
  if (victim) process.kill(victim.pid, 'SIGKILL')
  await client.end()
}

/** Sends the newest acknowledged write once more: the answer must be byte-identical. */
async function replayFaults({ origin }: Service, ledger: Ledger): Promise<string[]> {
  const faults: string[] = []
  for (const offer of ledger.offers().slice(-40)) {
    const outcome = ledger.outcomeOf(offer)
    if (outcome?.is !== 'acknowledged') continue
    const again = await send({ origins: [origin], key }, offer)
    if (again?.text !== outcome.text)
      faults.push(`POST ${offer.path} with ${offer.key} is answered otherwise when sent again.`)
  }
  return faults
}

async function checked({ serviceUrl }: Embedded, ledger: Ledger) {
  const pool = openPool({
    url: serviceUrl,
    applicationName: 'counterpoint chaos',
    connectionsMax: 2,
    limits: commandLimits,
  })
  try {
    const db = openDb(pool)
    return { faults: await recordFaults(db, ledger), together: await enteredTogether(db) }
  } finally {
    await pool.end()
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
