import type { IncomingMessage } from 'node:http'

/** Headers that may occur once; if there are several, Node silently takes the first. */
const single = ['host', 'authorization', 'content-type']

/** What is wrong with the header lines of a request, if anything. Runs for every request. */
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
  // RFC 9112, 3.2 requires it of HTTP/1.1 only.
  if (!headers.host && httpVersion === '1.1') return 'Send a Host header.'
  return undefined
}
