/**
 * A program that uses the embedded PostgreSQL of a folder, for tests with several processes. Each
 * input line is a statement, answered with its first row or error as JSON, or `stop`.
 */
import { createInterface } from 'node:readline'
import { Pool } from 'pg'
import { startEmbedded } from '../../src/store/embedded/start.ts'

const [dataDir = '', durability] = process.argv.slice(2)
const embedded = await startEmbedded({
  dataDir,
  isDurable: durability === 'durable',
  log: (line) => console.error(line),
})
const pool = new Pool({ connectionString: embedded.ownerUrl })
pool.on('error', () => {})

process.on('SIGINT', () => say('SIGINT'))
say({ ...embedded })
for await (const line of createInterface(process.stdin)) {
  if (line === 'stop') break
  say(await ask(line))
}
await pool.end()
say(await embedded.stop())

async function ask(statement: string): Promise<unknown> {
  try {
    const { rows } = await pool.query<Record<string, unknown>>(statement)
    return rows[0] ?? null
  } catch (error) {
    return { error: String(error) }
  }
}

function say(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
