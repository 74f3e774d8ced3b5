import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Dataset } from '../data.ts'
import { withScratch } from '../region.ts'
import { adminKey, serveCounterpoint } from '../servers.ts'
import { terminal } from '../terminal.ts'
import { shapes, type Shape } from './shapes.ts'

/** What one write onto a shape took. */
export interface Blow {
  readonly shape: string
  readonly counts: string
  readonly size: number
  readonly status: number
  readonly ms: number
  /** How many statuses it changed; undefined if it was refused. */
  readonly moved: number | undefined
  /** The longest that `/healthz`, and a write of somebody else, waited meanwhile. */
  readonly healthMs: number
  readonly otherMs: number
  /** The exponent by which it grew since half the size: 1 is linear. */
  readonly growth: number | undefined
}

const sizes = [50, 100, 200, 400, 800]

/** Makes one write onto each shape at doubling sizes, until it, or the shape itself, is refused. */
export async function searchWorst(dataset: Dataset): Promise<readonly Blow[]> {
  return withScratch(dataset, async (scratch) => {
    const server = await serveCounterpoint(scratch)
    const blows: Blow[] = []
    try {
      for (const shape of shapes) blows.push(...(await blowsOnto(server.origin, shape)))
    } finally {
      await server.stop()
    }
    return blows
  })
}

async function blowsOnto(origin: string, shape: Shape): Promise<readonly Blow[]> {
  const blows: Blow[] = []
  for (const size of sizes) {
    const before = blows.at(-1)
    const blow = await blowOnto(origin, shape, size)
    if (!blow) break
    const growth = before && Math.log2(blow.ms / before.ms)
    blows.push({ ...blow, growth })
    terminal.progress(`${shape.name}, ${size}: ${blow.ms.toFixed(0)} ms`)
    if (blow.status >= 300) break
  }
  return blows
}

const imported = z.object({ refs: z.record(z.string(), z.string()) })
const written = z.object({ statusChanges: z.array(z.unknown()) })

async function blowOnto(
  origin: string,
  { name, counts, lines, blow }: Shape,
  size: number,
): Promise<Omit<Blow, 'growth'> | undefined> {
  const bundle = [{ type: 'bundle', duplicates: 'new' }, ...lines(size)]
  const entered = await send(origin, '/v1/import?onError=skip', {
    type: 'application/x-ndjson',
    body: bundle.map((line) => `${JSON.stringify(line)}\n`).join(''),
  })
  if (entered.status !== 200) {
    terminal.note(`${name}, ${size}: not entered, ${entered.status}: ${entered.text.slice(0, 200)}`)
    return undefined
  }
  const { refs } = imported.parse(JSON.parse(entered.text))
  const { relation, from, to } = blow(size)
  const uncited = relation === 'concedes' && { uncited: true }
  const body = { relation, from: refs[from], to: { claim: refs[to] }, ...uncited }

  const health = watch(() => fetch(`${origin}/healthz`))
  const other = watch(() => send(origin, '/v1/sources', { body: aSource() }))
  // Both are waiting in turn before the write begins.
  await sleep(200)
  const begun = performance.now()
  const { status, text } = await send(origin, '/v1/links', { body: JSON.stringify(body) })
  const ms = performance.now() - begun
  const [healthMs, otherMs] = [await health(), await other()]
  const moved = status === 201 ? written.parse(JSON.parse(text)).statusChanges.length : undefined
  return { shape: name, counts, size, status, ms, moved, healthMs, otherMs }
}

/** Repeats a call until stopped; returns the longest that one took. */
function watch(call: () => Promise<unknown>): () => Promise<number> {
  const stopping = new AbortController()
  const longest = repeat(call, stopping.signal)
  return () => {
    stopping.abort()
    return longest
  }
}

async function repeat(call: () => Promise<unknown>, signal: AbortSignal): Promise<number> {
  let ms = 0
  while (!signal.aborted) {
    const begun = performance.now()
    await call()
    ms = Math.max(ms, performance.now() - begun)
    await sleep(10)
  }
  return ms
}

function aSource(): string {
  return JSON.stringify({ kind: 'outlet', name: `Other writer ${randomUUID()}` })
}

async function send(
  origin: string,
  path: string,
  { type = 'application/json', body }: { readonly type?: string; readonly body: string },
): Promise<{ status: number; text: string }> {
  const headers = {
    authorization: `Bearer ${adminKey}`,
    'content-type': type,
    'idempotency-key': randomUUID(),
  }
  const response = await fetch(origin + path, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}
