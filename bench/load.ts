import { Pool } from 'undici'

/** A request of a workload; each is sent once, in turn. */
export interface Sent {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one round of one server took. */
export interface Round {
  /** Milliseconds, the median of the requests of the round. */
  readonly medianMs: number
  readonly p99Ms: number
  /** Finished in a second, over all connections. */
  readonly perSecond: number
}

/** Sends requests over some connections, each as soon as the one before it is answered. */
export async function runRound(
  origin: string,
  requests: Iterator<Sent>,
  { count, connections }: { count: number; connections: number },
): Promise<Round> {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times: number[] = []
  const begun = performance.now()
  const send = async () => {
    while (times.length < count) {
      const { value, done } = requests.next()
      if (done) return
      const sent = performance.now()
      await answerTo(pool, value)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, send))
  const seconds = (performance.now() - begun) / 1000
  await pool.close()
  return {
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    perSecond: times.length / seconds,
  }
}

/** What is not answered well ends the bench: its time would mean nothing. */
async function answerTo(pool: Pool, { method, path, headers, body }: Sent): Promise<void> {
  const response = await pool.request({ method, path, headers: headers ?? {}, body: body ?? null })
  const text = await response.body.text()
  if (response.statusCode >= 300 || text.startsWith('{"errors"'))
    throw new Error(`${method} ${path} was answered ${response.statusCode}: ${text.slice(0, 500)}`)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
