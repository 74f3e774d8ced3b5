import http from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export interface Coded {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** As they were sent. */
  readonly bytes: Buffer
  readonly text: string
}

/** Asks without decoding the answer, and sends no header of its own accord. */
export async function askCoded(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Coded> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>()
  http.request(url, { method, headers, agent: false }, resolve).on('error', reject).end()
  const answer = await promise
  const bytes = Buffer.concat(await answer.toArray())
  const coding = bytes.length === 0 ? undefined : answer.headers['content-encoding']
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes,
    text: decode(bytes, coding).toString('utf8'),
  }
}

function decode(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding === 'br') return brotliDecompressSync(bytes)
  return coding === 'gzip' ? gunzipSync(bytes) : bytes
}
