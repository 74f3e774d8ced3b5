import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { RequestError } from '@hono/node-server'
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts'
import { commonHeadersFor } from '../middleware/common-headers.ts'
import type { HttpDeps } from '../contract/deps.ts'
import { answerProblem, problemDocument, safeJson } from '../problems/problem.ts'

const refusals: Readonly<Record<string, readonly [DomainErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The request line and headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['timed-out', 'The request did not arrive in time.'],
}

/** The parser's error, with the bytes it had read. */
interface ParseError extends NodeJS.ErrnoException {
  readonly rawPacket?: Uint8Array
}

/** Answers what is not HTTP and never reaches the app. */
export function answerClientError({ publicUrl }: Pick<HttpDeps, 'publicUrl'>) {
  return (error: ParseError, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [code, message] = refusals[error.code ?? ''] ?? ['malformed', adviceFor(error)]
    const { status, headers, body } = refusalOf(publicUrl, code, message)
    const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([statusLine, ...lines, '', body].join('\r\n'))
  }
}

const percentEncode =
  'Percent-encode every character of the address that is not ASCII, and every space, as %EB%A7%A4 for 매 or %20 for a space; curl does it with -G --data-urlencode "q=…".'

/** Most malformed addresses contain letters that were not percent-encoded. */
function adviceFor({ code, rawPacket }: ParseError): string {
  if (code === 'HPE_INVALID_URL') return percentEncode
  const [line = ''] = Buffer.from(rawPacket ?? [])
    .toString('latin1')
    .split(/\r?\n/, 1)
  const [, target = ''] = /^[A-Z]+ (.*) HTTP\/\d\.\d$/.exec(line) ?? []
  return /[^\x21-\x7e]/.test(target) ? percentEncode : 'This is not HTTP.'
}

/** Answers a request whose header lines contradict each other. */
export function answerBadLines({ publicUrl }: Pick<HttpDeps, 'publicUrl'>) {
  return (response: ServerResponse, message: string): void => {
    const { status, headers, body } = refusalOf(publicUrl, 'malformed', message)
    response.writeHead(status, headers).end(body)
  }
}

/** A refusal without the app, after which the connection closes. */
function refusalOf(publicUrl: URL, code: DomainErrorCode, message: string) {
  const document = problemDocument(publicUrl, code, randomUUID(), new DomainError(code, message))
  const body = safeJson(document)
  const headers: Record<string, string> = {
    ...commonHeadersFor(publicUrl),
    connection: 'close',
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
  }
  return { status: document.status, headers, body }
}

/** Answers a request whose target or host is not a valid URL; any other error here is our fault. */
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
