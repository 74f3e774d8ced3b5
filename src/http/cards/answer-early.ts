import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { noteAnswer } from '../access-log.ts'
import { commonHeadersFor } from '../common-headers.ts'
import type { HttpDeps } from '../deps.ts'
import { isKnown } from '../etag.ts'
import type { Kept } from './answer.ts'
import { askedFor, type HotCards } from './hot-cards.ts'

/** Answers a request at the socket, or says that somebody else has to. */
export type AnswerEarly = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Answers with copies of hot cards before there is anything else of a request: they cost less than
 * finding out who asks, or counting it.
 */
export function answerEarly(
  hotCards: HotCards,
  deps: Pick<HttpDeps, 'publicUrl' | 'log' | 'metrics'>,
): AnswerEarly {
  const common = commonHeadersFor(deps.publicUrl)
  const prepared = new WeakMap<Kept, { headers: readonly string[]; bytes: Buffer }>()

  return function answerEarly({ method = '', url = '', headers }, response) {
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/embed/')) return false
    const begun = performance.now()
    const card = hotCards.findAsked(askedFor(url, headers['accept-language']))
    if (!card) return false
    const requestId = randomUUID()
    const { headers: kept, bytes } = preparedOf(card)
    const isSame = isKnown(headers['if-none-match'], card.etag)
    const status = isSame ? 304 : 200
    const own = ['request-id', requestId]
    if (!isSame) own.push('content-length', String(bytes.length))
    response.writeHead(status, [...kept, ...own])
    response.end(isSame || method === 'HEAD' ? undefined : bytes)
    const route = url.startsWith('/embed/claims/') ? '/embed/claims/{id}' : '/embed/stories/{slug}'
    // A read article asks some thousand times a second; that is for counting, not for reading.
    noteAnswer(deps, { requestId, begun, method, route, status }, 'debug')
    return true
  }

  function preparedOf(card: Kept) {
    const known = prepared.get(card)
    if (known) return known
    // In turn, name and value: objects of headers are copied, and taken apart again, each time.
    const headers = Object.entries({ ...common, ...card.headers }).flat()
    const made = { headers, bytes: Buffer.from(card.body) }
    prepared.set(card, made)
    return made
  }
}
