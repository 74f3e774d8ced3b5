/**
 * Takes the database away for a minute under readers and writers, and reports their answers and how
 * soon the service recovers:
 *
 *   node --import tsx bench/chaos/outage.ts --seconds 60
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { addSource, onTrial, statusesOf, summary, timed, type Timed } from './trial.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
const seconds = Number(values.seconds)

await onTrial(async ({ service: { origin }, embedded, dataDir }) => {
  await round(origin, 2)
  const before = await connections(embedded.adminUrl)
  const pids = processesOf(postmaster(dataDir))
  // Suspends all processes of the server: nothing answers, and nothing is refused either.
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  const away = await round(origin, seconds)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  const returned = performance.now()
  while ((await timed(`${origin}/readyz`)).status !== 200) await sleep(20)
  const readyMs = performance.now() - returned
  const after = await round(origin, 2)

  console.log(
    `Away for ${seconds} s. Reads ${statusesOf(away.reads)}; writes ${statusesOf(away.writes)}`,
  )
  console.log(summary('reads while it was away', away.reads))
  console.log(summary('writes while it was away', away.writes))
  console.log(`Ready ${(readyMs / 1000).toFixed(2)} s after its return.`)
  console.log(`After that: reads ${statusesOf(after.reads)}; writes ${statusesOf(after.writes)}`)
  console.log(
    `Connections of the service: ${before} before, ${await connections(embedded.adminUrl)} after.`,
  )
})

async function round(origin: string, seconds: number) {
  const until = performance.now() + seconds * 1000
  const [reads, writes]: [Timed[], Timed[]] = [[], []]
  const loop = async (answers: Timed[], ask: () => Promise<Timed>) => {
    while (performance.now() < until) {
      answers.push(await ask())
      await sleep(50)
    }
  }
  await Promise.all([
    ...Array.from({ length: 4 }, () => loop(reads, () => timed(`${origin}/v1/sources?limit=1`))),
    ...Array.from({ length: 4 }, () => loop(writes, () => addSource(origin))),
  ])
  return { reads, writes }
}

function postmaster(dataDir: string): number {
  const file = path.join(dataDir, 'postgres/cluster/postmaster.pid')
  return Number.parseInt(readFileSync(file, 'utf8'), 10)
}

/** A process and its children. */
function processesOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return [pid, ...children.trim().split(' ').map(Number)]
}

async function connections(adminUrl: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query(
    `select from pg_stat_activity where application_name = 'counterpoint' and backend_type = 'client backend'`,
  )
  await client.end()
  return rowCount ?? 0
}
