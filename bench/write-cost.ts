import { readFile } from 'node:fs/promises'
import pino from 'pino'
import { z } from 'zod'
import { setBootstrapKey } from '../src/actions/keys.ts'
import { createApp } from '../src/app.ts'
import { openDb, openPool, servingLimits } from '../src/store/database/pool.ts'
import { noteRoundTrips } from '../test/support/round-trips.ts'
import { compare, runSide, type Compared, type Side } from './compare.ts'
import { withClient, type Dataset } from './data.ts'
import type { Sent } from './load.ts'
import { withScratch } from './region.ts'
import { adminKey, serveCounterpoint, serveHandWrittenWrite, type Served } from './servers.ts'
import { rebut, sampleOf } from './workloads.ts'

/** What filing a rebuttal with its report costs, beside the same rows inserted by hand. */
export interface WriteCost {
  readonly compared: Compared
  readonly ours: CpuTime
  readonly other: CpuTime
  /** How often the service waits for the database. */
  readonly roundTrips: number
}

/** Milliseconds of processor time for each write. */
interface CpuTime {
  readonly node: number
  readonly postgres: number
}

/** Runs on a copy of the record: what is written by hand has no right statuses. */
export async function measureWrites(dataset: Dataset, rounds: number): Promise<WriteCost> {
  return withScratch(dataset, async (scratch) => {
    const { facts, speaker } = await sampleOf(scratch)
    const requests = rebut(facts, speaker)
    const roundTrips = await countRoundTrips(scratch, requests)
    const served = await serveCounterpoint(scratch)
    // It takes the rows of the rebuttal that was filed last as its pattern.
    const byHand = await serveHandWrittenWrite(scratch)
    try {
      const ours = { origin: served.origin, requests }
      const other = { origin: byHand.origin, requests }
      const compared = await compare(
        {
          what: 'Adding a rebuttal, beside a hand-written transaction',
          target: { atMost: 5 },
          unit: 'time',
          connections: 1,
          count: 50,
          ours,
          other,
        },
        rounds,
      )
      return {
        compared,
        ours: await cpuTime(scratch, served, ours),
        other: await cpuTime(scratch, byHand, other),
        roundTrips,
      }
    } finally {
      await Promise.all([served.stop(), byHand.stop()])
    }
  })
}

/** Files one rebuttal in this process. */
async function countRoundTrips({ embedded }: Dataset, requests: Iterator<Sent>): Promise<number> {
  const url = embedded.serviceUrl
  const pool = openPool({ url, applicationName: 'bench', connectionsMax: 4, limits: servingLimits })
  try {
    const db = openDb(pool)
    await setBootstrapKey(db, adminKey)
    const publicUrl = new URL('http://counterpoint.example')
    const log = pino({ level: 'silent' })
    const app = createApp({ db, log, publicUrl, isServing: () => true })
    const take = noteRoundTrips(pool)
    for (let written = 0; ; written++) {
      const { value, done } = requests.next()
      if (done) throw new Error('There are no more requests.')
      const { method, path, headers = {}, body = '' } = value
      take()
      const answer = await app.request(path, { method, headers, body })
      if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`)
      // The first one notes that the key was used.
      if (written > 0) return take().length
    }
  } finally {
    await pool.end()
  }
}

const cpuCount = 200

async function cpuTime(scratch: Dataset, { pid }: Served, side: Side): Promise<CpuTime> {
  // Opens the connections that are then looked at.
  await runSide(side, { count: 20, connections: 1 })
  return withClient(scratch.adminUrl, async (client) => {
    const { rows } = await client.query(
      `select pid from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend'
         and pid <> pg_backend_pid()`,
    )
    const backends = z.array(z.object({ pid: z.number() })).parse(rows)
    const pids = [pid, ...backends.map((backend) => backend.pid)]
    const before = await Promise.all(pids.map(cpuMsOf))
    await runSide(side, { count: cpuCount, connections: 1 })
    const after = await Promise.all(pids.map(cpuMsOf))
    const [node = 0, ...ofBackends] = after.map(
      (ms, index) => Math.max(0, ms - (before[index] ?? 0)) / cpuCount,
    )
    return { node, postgres: ofBackends.reduce((sum, ms) => sum + ms, 0) }
  })
}

/** Linux counts in hundredths of a second. A process that has ended has used nothing more. */
async function cpuMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}
