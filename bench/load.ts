import { Connection } from './connection.ts'

/** A request of a workload; each is sent once, in order. */
export interface Sent {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Requests that follow it, one after the other: together they count as one. */
  readonly followedBy?: readonly Sent[]
}

/** The result of one round of one server. */
export interface Round {
  /** Milliseconds: the median over the requests of the round. */
  readonly medianMs: number
  readonly p99Ms: number
  /** Requests completed per second, over all connections. */
  readonly perSecond: number
  readonly answered: number
}

export interface Load {
  readonly count: number
  readonly connections: number
}

/** Sends requests over several connections, each as soon as the previous one is answered. */
export async function runRound(
  origin: string,
  requests: Iterator<Sent>,
  { count, connections }: Load,
): Promise<Round> {
  const { host } = new URL(origin)
  const opened = await Promise.all(
    Array.from({ length: connections }, () => Connection.open(origin)),
  )
  const times: number[] = []
  const begun = performance.now()
  const send = async (connection: Connection) => {
    while (times.length < count) {
      const { value, done } = requests.next()
      if (done) return
      const sent = performance.now()
      for (const each of [value, ...(value.followedBy ?? [])])
        await answerTo(connection, host, each)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(opened.map(send))
  const seconds = (performance.now() - begun) / 1000
  for (const connection of opened) connection.close()
  return {
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    perSecond: times.length / seconds,
    answered: times.length,
  }
}

/** A failed request ends the bench, since its time would mean nothing. */
export async function answerTo(connection: Connection, host: string, sent: Sent): Promise<void> {
  const { status, body } = await connection.ask(asText(sent, host))
  if (status < 300 && !body.subarray(0, errors.length).equals(errors)) return
  const { method, path } = sent
  throw new Error(`${method} ${path} was answered ${status}: ${body.toString().slice(0, 500)}`)
}

/** How a failed GraphQL answer begins. */
const errors = Buffer.from('{"errors"')

function asText({ method, path, headers = {}, body = '' }: Sent, host: string): string {
  const sent = { host, ...headers, ...(body && { 'content-length': Buffer.byteLength(body) }) }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
