import { z } from 'zod'
import { databaseName } from '../src/store/embedded/cluster.ts'
import { databaseUrl } from '../test/support/database-url.ts'
import { withClient, type Dataset } from './data.ts'
import { median, type Sent } from './load.ts'
import { adminKey, serveCounterpoint } from './servers.ts'
import { terminal } from './terminal.ts'
import { post } from './workloads.ts'

/** How long a write takes that changes a given number of claims. */
export interface RegionCost {
  readonly shape: Shape
  readonly claims: number
  readonly ms: number
  /** How many statuses each write changed. */
  readonly moved: number
}

type Shape = 'chain' | 'hub'

const scratchName = 'counterpoint_bench_scratch'
const sizes = [1, 10, 100, 1000]

/**
 * Undercuts the claim that others rely on, and undoes that: in a chain each relies on the previous
 * one, at a hub all rely on one. Runs on a copy of the record, since the writes stay.
 */
export async function measureRegions(dataset: Dataset, rounds: number): Promise<RegionCost[]> {
  return withScratch(dataset, async (scratch) => {
    const server = await serveCounterpoint(scratch)
    const costs: RegionCost[] = []
    try {
      for (const shape of ['chain', 'hub'] as const)
        for (const claims of sizes) {
          const { origin } = server
          const base = await enter(origin, bundleOf(shape, claims))
          const { times, moved } = await topple(origin, base, rounds)
          costs.push({ shape, claims, ms: median(times), moved })
          terminal.progress(`${shape} of ${claims}: ${median(times).toFixed(1)} ms`)
        }
    } finally {
      await server.stop()
    }
    return costs
  })
}

/** A claim and what relies on it. */
function bundleOf(shape: Shape, claims: number): object[] {
  const mark = `${shape}-${claims}`
  const claim = (ref: string, speaker: string) => ({
    type: 'claim',
    ref,
    kind: 'fact',
    speaker: `${speaker}-${mark}`,
    about: [`subject-${mark}`],
    text: `What ${ref} says.`,
    lang: 'en',
    assertedAt: '2026-01-01',
  })
  const numbers = Array.from({ length: claims }, (_, index) => index + 1)
  return [
    ...['paper', 'lab', 'subject'].map((name) => ({
      type: 'source',
      ref: `${name}-${mark}`,
      slug: `${name}-${mark}`,
      kind: name === 'subject' ? 'company' : 'outlet',
      name: `${name} ${mark}`,
    })),
    claim('base', 'paper'),
    ...numbers.map((number) => claim(`c${number}`, 'paper')),
    ...numbers.map((number) => ({
      type: 'link',
      ref: `l${number}`,
      relation: 'relies_on',
      from: `c${number}`,
      to: { claim: shape === 'hub' || number === 1 ? 'base' : `c${number - 1}` },
    })),
    claim('attack', 'lab'),
  ]
}

const imported = z.object({ refs: z.record(z.string(), z.string()) })
const linked = z.object({
  object: z.object({ id: z.string() }),
  statusChanges: z.array(z.unknown()),
})

async function enter(origin: string, lines: readonly object[]) {
  const response = await fetch(`${origin}/v1/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${adminKey}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': crypto.randomUUID(),
    },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The import was answered ${response.status}: ${text}`)
  const { refs } = imported.parse(JSON.parse(text))
  return { base: refs['base'] ?? '', attack: refs['attack'] ?? '' }
}

async function topple(origin: string, ids: { base: string; attack: string }, rounds: number) {
  const times: number[] = []
  let moved = 0
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    const { object, statusChanges } = await write(origin, '/v1/links', {
      relation: 'undercuts',
      from: ids.attack,
      to: { claim: ids.base },
    })
    times.push(performance.now() - begun)
    moved = statusChanges.length
    await write(
      origin,
      `/v1/links/${object.id}/void`,
      { reason: 'Another round follows.' },
      { 'if-match': '"1"' },
    )
  }
  return { times, moved }
}

async function write(origin: string, path: string, sent: object, more: Sent['headers'] = {}) {
  const { method, headers, body } = post(path, sent, more)
  const response = await fetch(origin + path, {
    method,
    headers: headers ?? {},
    body: body ?? null,
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`POST ${path} was answered ${response.status}: ${text}`)
  return linked.parse(JSON.parse(text))
}

/** A temporary copy of a record. */
export async function withScratch<T>(
  dataset: Dataset,
  work: (scratch: Dataset) => Promise<T>,
): Promise<T> {
  const { adminUrl, serviceUrl, ownerUrl } = dataset.embedded
  const drop = `drop database if exists ${scratchName} with (force)`
  await withClient(adminUrl, async (client) => {
    await client.query(drop)
    await client.query(`create database ${scratchName} template ${databaseName} strategy file_copy`)
  })
  const inScratch = (url: string) => databaseUrl(url, { database: scratchName })
  try {
    return await work({
      ...dataset,
      adminUrl: inScratch(adminUrl),
      embedded: {
        ...dataset.embedded,
        serviceUrl: inScratch(serviceUrl),
        ownerUrl: inScratch(ownerUrl),
      },
    })
  } finally {
    await withClient(adminUrl, (client) => client.query(drop))
  }
}
