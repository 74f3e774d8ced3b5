import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '../../src/store/embedded/start.ts'
import { freePort } from '../../test/chaos/kills.ts'
import { startService, type Program, type Service } from '../../test/chaos/service-process.ts'
import { build } from './program.ts'

const key = 'a-key-for-clients-on-bad-days-0123456789'

/** The built service on an embedded database with durable commits, for the duration of a trial. */
export interface Trial {
  readonly dataDir: string
  readonly embedded: Embedded
  readonly program: Program
  readonly env: Readonly<Record<string, string>>
  readonly service: Service
}

/** Runs a trial in a temporary folder. */
export async function onTrial<T>(run: (trial: Trial) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-chaos-'))
  // The database's own user must be able to enter it.
  chmodSync(folder, 0o755)
  const program = build()
  const dataDir = path.join(folder, 'data')
  const embedded = await startEmbedded({ dataDir })
  const env = { DATABASE_URL: embedded.serviceUrl, MIGRATION_DATABASE_URL: embedded.ownerUrl }
  const service = startService({ program, env, key, port: await freePort() })
  try {
    await service.ready()
    return await run({ dataDir, embedded, program, env, service })
  } finally {
    await service.kill()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An answer and its latency. Status 0 means that there was none. */
export interface Timed {
  readonly status: number
  readonly ms: number
  readonly retryAfter: string | null
}

export async function timed(url: string, init?: RequestInit): Promise<Timed> {
  const begun = performance.now()
  try {
    const response = await fetch(url, init)
    await response.arrayBuffer()
    const { status, headers } = response
    return { status, ms: performance.now() - begun, retryAfter: headers.get('retry-after') }
  } catch {
    return { status: 0, ms: performance.now() - begun, retryAfter: null }
  }
}

/** Adds a source, which is the smallest write. */
export async function addSource(origin: string): Promise<Timed> {
  return timed(`${origin}/v1/sources`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ kind: 'outlet', name: `Source ${randomUUID()}` }),
  })
}

/** A percentile of some values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN
}

/** A line of a table: how many, and how long they took. */
export function summary(what: string, answers: readonly Timed[]): string {
  const times = answers.map(({ ms }) => ms)
  const at = (percent: number) => `${percentile(times, percent).toFixed(1)} ms`
  return `${what.padEnd(34)} ${String(answers.length).padStart(6)}   p50 ${at(50)}   p95 ${at(95)}   p99 ${at(99)}`
}

/** How many answers there are of each status. */
export function statusesOf(answers: readonly Timed[]): string {
  const counts = Map.groupBy(answers, ({ status }) => status)
  return [...counts].map(([status, { length }]) => `${status}: ${length}`).join(', ')
}
