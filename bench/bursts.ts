import { z } from 'zod'
import type { Row } from './compare.ts'
import type { Dataset } from './data.ts'
import type { Served } from './servers.ts'
import { post, rebut, sampleOf } from './workloads.ts'

/** As many as may wait in any case, with the two at work. */
const connections = 32
const keysMany = 20

/**
 * Rebuttals with their reports that arrive together from many keys, so that they wait and are entered
 * together, compared with the same one by one.
 */
export async function burstRow(record: Dataset, { origin }: Served): Promise<Row> {
  const { facts, speaker } = await sampleOf(record)
  const keys = await Promise.all(Array.from({ length: keysMany }, () => aKey(origin)))
  return {
    what: `Rebuttals in a burst from ${keysMany} keys, beside the same one by one`,
    target: { atLeast: 3 },
    unit: 'requests a second',
    connections,
    count: 200,
    ours: { origin, requests: rebut(facts, speaker, keys) },
    other: { origin, requests: rebut(facts, speaker, keys), connections: 1 },
  }
}

const created = z.object({ secret: z.string() })

async function aKey(origin: string): Promise<string> {
  const { path, ...request } = post('/v1/keys', { name: 'bursts', scope: 'admin', expiresAt: null })
  const response = await fetch(origin + path, request)
  return created.parse(await response.json()).secret
}
