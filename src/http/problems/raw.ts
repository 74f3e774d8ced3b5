import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { RequestError } from '@hono/node-server'
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts'
import { commonHeadersFor } from '../common-headers.ts'
import type { HttpDeps } from '../deps.ts'
import { answerProblem, problemDocument, safeJson } from './problem.ts'

const refusals: Readonly<Record<string, readonly [DomainErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The request line and headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['timed-out', 'The request did not arrive in time.'],
}

/** Answers what is no HTTP that an app could be asked with. */
export function answerClientError({ publicUrl }: Pick<HttpDeps, 'publicUrl'>) {
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [code, message] = refusals[error.code ?? ''] ?? ['malformed', 'This is not HTTP.']
    const document = problemDocument(publicUrl, code, randomUUID(), new DomainError(code, message))
    const body = safeJson(document)
    const headers = Object.entries({
      ...commonHeadersFor(publicUrl),
      connection: 'close',
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
    }).map(([name, value]) => `${name}: ${value}`)
    const { status } = document
    const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`
    socket.end([statusLine, ...headers, '', body].join('\r\n'))
  }
}

/** Answers a request whose target or host makes no address; anything else here is a fault of ours. */
export function answerUnreadable({ publicUrl, log }: Pick<HttpDeps, 'publicUrl' | 'log'>) {
  return (error: unknown): Response => {
    const requestId = randomUUID()
    const isUnreadable = error instanceof RequestError
    if (!isUnreadable) log.error({ err: error, requestId }, 'failed')
    const refusal = isUnreadable
      ? new DomainError('malformed', 'The address or the Host header is malformed.')
      : error
    const answer = answerProblem(publicUrl, requestId, refusal)
    for (const [name, value] of Object.entries(commonHeadersFor(publicUrl)))
      answer.headers.set(name, value)
    return answer
  }
}
