import { randomUUID } from 'node:crypto'
import { commonHeadersFor } from '../../http/middleware/common-headers.ts'
import type { AnswerEarly } from '../../http/socket/listen.ts'
import type { HttpDeps } from '../../http/contract/deps.ts'
import { isKnown } from '../../http/request/etag.ts'
import type { Kept } from '../../http/cache/kept.ts'
import { askedFor, type HotCards } from '../../http/cache/hot-cards.ts'

/** A copy as it goes over the wire; headers in turn, name and value, since objects of them are copied. */
interface Prepared {
  readonly bytes: Buffer
  readonly headers: readonly string[]
  readonly headersWithLength: readonly string[]
}

/**
 * Answers with copies of hot cards before there is anything else of a request: they cost less than
 * finding out who asks, or counting it.
 */
export function answerEarly(
  hotCards: HotCards,
  { publicUrl, log, metrics }: Pick<HttpDeps, 'publicUrl' | 'log' | 'metrics'>,
): AnswerEarly {
  const common = commonHeadersFor(publicUrl)
  const prepared = new WeakMap<Kept, Prepared>()
  const claims = answersTo('/embed/claims/{id}')
  const stories = answersTo('/embed/stories/{slug}')

  return function answerEarly({ method = '', url = '', headers }, response) {
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/embed/')) return false
    const card = hotCards.findAsked(askedFor(url, headers['accept-language']))
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
    // A read article asks some thousand times a second; that is for counting, not for reading.
    log.debug({ requestId, method, route, status }, 'answered')
    return true
  }

  function answersTo(route: string) {
    return { route, tally: metrics?.copiesOf(route) }
  }

  function preparedOf(card: Kept): Prepared {
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
