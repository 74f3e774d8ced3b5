import type { IncomingMessage } from 'node:http'

/** Headers of which a request has one; of several, Node would take the first in silence. */
const single = ['host', 'authorization', 'content-type']

/** What is wrong with the header lines of a request, or nothing. Every request passes here. */
export function headerLinesFault({
  httpVersion,
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'httpVersion' | 'headers' | 'rawHeaders'>): string | undefined {
  for (const name of single) {
    let count = 0
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const sent = rawHeaders[index]
      if (sent?.length === name.length && sent.toLowerCase() === name) count += 1
    }
    if (count > 1) return `Send one ${name} header; ${count} came.`
  }
  // RFC 9112, 3.2: only HTTP/1.1 demands it.
  if (!headers.host && httpVersion === '1.1') return 'Send a Host header.'
  return undefined
}
