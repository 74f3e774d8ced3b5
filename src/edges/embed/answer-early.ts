import { randomUUID } from 'node:crypto'
import { commonHeadersFor } from '../../http/middleware/common-headers.ts'
import type { AnswerEarly } from '../../http/socket/listen.ts'
import type { HttpDeps } from '../../http/contract/deps.ts'
import { isKnown } from '../../http/request/etag.ts'
import type { Cacheable } from '../../http/cache/cacheable.ts'
import { askedFor, type AnswerCache } from '../../http/cache/answer-cache.ts'

/**
 * A cached card as sent; names and values of headers alternate, because Node copies header objects.
 */
interface Prepared {
  readonly bytes: Buffer
  readonly headers: readonly string[]
  readonly headersWithLength: readonly string[]
}

/**
 * Answers with cached cards before any other processing of the request: they cost less than
 * authenticating or counting it.
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
    const requestId = randomUUID()
    const { bytes, ...ready } = preparedOf(card)
    const isUnchanged = isKnown(headers['if-none-match'], card.etag)
    const status = isUnchanged ? 304 : 200
    const kept = isUnchanged ? ready.headers : ready.headersWithLength
    response.writeHead(status, [...kept, 'request-id', requestId])
    response.end(isUnchanged || method === 'HEAD' ? undefined : bytes)
    const { route, tally } = url.startsWith('/embed/claims/') ? claims : stories
    if (tally) tally[isUnchanged ? 'unchanged' : 'sent'] += 1
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
    const bytes = Buffer.from(card.body)
    const headers = Object.entries({ ...common, ...card.headers }).flat()
    const headersWithLength = [...headers, 'content-length', String(bytes.length)]
    const made = { bytes, headers, headersWithLength }
    prepared.set(card, made)
    return made
  }
}
