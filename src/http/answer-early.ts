import { randomUUID } from 'node:crypto'
import {
  codedHeaders,
  isCodable,
  unchangedHeaders,
  varyingByCoding,
  type Fields,
} from './coding/codable.ts'
import type { Coding } from './bytes/coding.ts'
import { preferredCoding } from './request/accept-encoding.ts'
import { commonHeadersFor } from './middleware/common-headers.ts'
import type { AnswerEarly } from './socket/listen.ts'
import type { HttpDeps } from './contract/deps.ts'
import { knownTag } from './request/etag.ts'
import { seqHeader } from './request/seq-header.ts'
import type { Cacheable } from './contract/cached-answers.ts'
import { askedFor, type AnswerCache } from './cache/answer-cache.ts'

/**
 * A cached answer as sent: plain, coded, or only named because the client has it. Names and values of
 * headers alternate, because Node copies header objects.
 */
interface Sent {
  readonly status: 200 | 304
  readonly headers: readonly string[]
  readonly bytes?: Uint8Array
}

interface Prepared {
  readonly headers: Fields
  readonly isCodable: boolean
  readonly length: number
  /** By coding, or by the ETag that the client has. */
  readonly sent: Map<string, Sent>
}

const seqField = seqHeader.toLowerCase()

/**
 * Answers the public from the cache before any other processing of the request: that costs less than
 * counting it. A request that must see a certain event is passed on. The answers are the same for
 * every client, so no session matters here.
 */
export function answerEarly(
  answerCache: AnswerCache,
  { publicUrl, log, metrics }: Pick<HttpDeps, 'publicUrl' | 'log' | 'metrics'>,
): AnswerEarly {
  const common = commonHeadersFor(publicUrl)
  const prepared = new WeakMap<Cacheable, Prepared>()

  return function answerEarly({ method = '', url = '', headers }, response) {
    if (method !== 'GET' && method !== 'HEAD') return false
    if (headers.authorization !== undefined || headers[seqField] !== undefined) return false
    const found = answerCache.findAsked(askedFor(url, headers))
    if (!found) return false
    const { answer, route } = found
    const ready = preparedOf(answer)
    const acceptEncoding = headers['accept-encoding']
    const coding = ready.isCodable ? preferredCoding(acceptEncoding, ready.length) : undefined
    const known = knownTag(headers['if-none-match'], answer.etag, { coding, acceptEncoding })
    const sent = sentAs(answer, ready, coding, known)
    // The first to ask for a coding waits for it, behind the socket.
    if (!sent) return false
    const requestId = randomUUID()
    const { status } = sent
    response.writeHead(status, [...sent.headers, 'request-id', requestId])
    response.end(method === 'HEAD' ? undefined : sent.bytes)
    const tally = metrics?.cacheHitsOf(route)
    if (tally) tally[status === 304 ? 'unchanged' : 'sent'] += 1
    // A popular article causes thousands of requests per second; count them, but log them only at
    // debug level.
    log.debug({ requestId, method, route, status }, 'answered')
    return true
  }

  function preparedOf(answer: Cacheable): Prepared {
    const known = prepared.get(answer)
    if (known) return known
    const all = { ...common, ...answer.headers }
    const headers = isCodable(all) ? varyingByCoding(all) : all
    const made = { headers, isCodable: isCodable(all), length: answer.copy.length, sent: new Map() }
    prepared.set(answer, made)
    return made
  }
}

/** undefined until the answer has been coded. */
function sentAs(
  answer: Cacheable,
  { headers, sent }: Prepared,
  coding: Coding | undefined,
  known: string | undefined,
): Sent | undefined {
  const key = known ?? coding ?? 'identity'
  const ready = sent.get(key)
  if (ready) return ready
  const made = known === undefined ? whole(answer, headers, coding) : named(headers, known)
  if (made) sent.set(key, made)
  return made
}

function whole({ copy }: Cacheable, plain: Fields, coding: Coding | undefined): Sent | undefined {
  const bytes = coding ? copy.coded(coding) : Buffer.from(copy.plain)
  if (!bytes) return undefined
  const headers = coding ? codedHeaders(plain, coding) : plain
  const length = ['content-length', String(bytes.length)]
  return { status: 200, headers: [...Object.entries(headers).flat(), ...length], bytes }
}

function named(headers: Fields, etag: string): Sent {
  return { status: 304, headers: Object.entries(unchangedHeaders(headers, etag)).flat() }
}
