import { randomUUID } from 'node:crypto'
import {
  codedHeaders,
  isCodable,
  unchangedHeaders,
  varyingByCoding,
  type Fields,
} from '../../http/coding/codable.ts'
import { preferredCoding, type Coding } from '../../http/request/accept-encoding.ts'
import { commonHeadersFor } from '../../http/middleware/common-headers.ts'
import type { AnswerEarly } from '../../http/socket/listen.ts'
import type { HttpDeps } from '../../http/contract/deps.ts'
import { knownTag } from '../../http/request/etag.ts'
import type { Cacheable } from '../../http/cache/cacheable.ts'
import { askedFor, type AnswerCache } from '../../http/cache/answer-cache.ts'

/**
 * A cached card as sent: plain, coded, or only named because the client has it. Names and values of
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

/**
 * Answers with cached cards before any other processing of the request: they cost less than
 * authenticating or counting it. They are the same for every client, so no session matters here.
 */
export function answerEarly(
  answerCache: AnswerCache,
  { publicUrl, log, metrics }: Pick<HttpDeps, 'publicUrl' | 'log' | 'metrics'>,
): AnswerEarly {
  const common = commonHeadersFor(publicUrl)
  const prepared = new WeakMap<Cacheable, Prepared>()
  const claims = answersTo('/embed/claims/{id}')
  const stories = answersTo('/embed/stories/{slug}')

  return function answerEarly({ method = '', url = '', headers }, response) {
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/embed/')) return false
    const card = answerCache.findAsked(askedFor(url, headers['accept-language']))
    if (!card) return false
    const ready = preparedOf(card)
    const acceptEncoding = headers['accept-encoding']
    const coding = ready.isCodable ? preferredCoding(acceptEncoding, ready.length) : undefined
    const known = knownTag(headers['if-none-match'], card.etag, { coding, acceptEncoding })
    const sent = sentAs(card, ready, coding, known)
    // The first to ask for a coding waits for it, behind the socket.
    if (!sent) return false
    const requestId = randomUUID()
    const { status } = sent
    response.writeHead(status, [...sent.headers, 'request-id', requestId])
    response.end(method === 'HEAD' ? undefined : sent.bytes)
    const { route, tally } = url.startsWith('/embed/claims/') ? claims : stories
    if (tally) tally[status === 304 ? 'unchanged' : 'sent'] += 1
    // A popular article causes thousands of requests per second; count them, but log them only at
    // debug level.
    log.debug({ requestId, method, route, status }, 'answered')
    return true
  }

  function answersTo(route: string) {
    return { route, tally: metrics?.cacheHitsOf(route) }
  }

  function preparedOf(card: Cacheable): Prepared {
    const known = prepared.get(card)
    if (known) return known
    const all = { ...common, ...card.headers }
    const headers = isCodable(all) ? varyingByCoding(all) : all
    const made = { headers, isCodable: isCodable(all), length: card.copy.length, sent: new Map() }
    prepared.set(card, made)
    return made
  }
}

/** undefined until the card has been coded. */
function sentAs(
  card: Cacheable,
  { headers, sent }: Prepared,
  coding: Coding | undefined,
  known: string | undefined,
): Sent | undefined {
  const key = known ?? coding ?? 'identity'
  const ready = sent.get(key)
  if (ready) return ready
  const made = known === undefined ? whole(card, headers, coding) : named(headers, known)
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
