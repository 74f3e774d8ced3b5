import type { Contract, JsonReply, StreamReply } from './contract.ts'
import type { Actor } from '../domain/actor.ts'
import { etag, etagOfBytes, isKnown } from './etag.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'

interface Circumstances {
  readonly actor: Actor | undefined
  readonly language: DisplayLanguage
  readonly ifNoneMatch: string | undefined
  /** Hears of a stream that fails after its answer has begun. */
  readonly onFailure: (error: unknown) => void
}

/** A handler's reply as HTTP has it: validators and caching for reads, none of it for writes. */
export function respond(
  contract: Contract,
  reply: JsonReply | StreamReply,
  { actor, language, ifNoneMatch, onFailure }: Circumstances,
): Response {
  const headers = new Headers({ 'cache-control': cacheControl(contract, actor) })
  if (contract.localized) headers.set('content-language', language)
  if (contract.method === 'get')
    headers.set('vary', contract.localized ? 'Authorization, Accept-Language' : 'Authorization')
  if ('stream' in reply) {
    const answer = contract.answers[reply.status]
    if (answer && 'mediaType' in answer) headers.set('content-type', answer.mediaType)
    for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value)
    return new Response(watched(reply.stream, onFailure), { status: reply.status, headers })
  }

  const text = JSON.stringify(reply.body)
  headers.set('content-type', 'application/json')
  if (reply.location) headers.set('location', reply.location)
  const isRead = contract.method === 'get' && !contract.uncached
  if (!isRead && !reply.revision) return new Response(text, { status: reply.status, headers })

  const current = reply.revision
    ? etag(reply.revision, contract.localized && language)
    : etagOfBytes(text)
  headers.set('etag', current)
  if (!isRead || !isKnown(ifNoneMatch, current))
    return new Response(text, { status: reply.status, headers })
  headers.delete('content-type')
  headers.delete('content-language')
  return new Response(null, { status: 304, headers })
}

/** What a key sees may be more than the public may, so nobody else may keep it. */
function cacheControl({ method, uncached }: Contract, actor: Actor | undefined): string {
  if (method !== 'get' || uncached) return 'no-store'
  return actor ? 'private, no-cache' : 'public, max-age=30, stale-while-revalidate=300'
}

/** Goes on to fail, so that the connection breaks and nobody takes a part for the whole. */
function watched(
  stream: ReadableStream<Uint8Array>,
  onFailure: Circumstances['onFailure'],
): ReadableStream<Uint8Array> {
  return ReadableStream.from(relay())

  async function* relay() {
    try {
      yield* stream
    } catch (error) {
      onFailure(error)
      throw error
    }
  }
}
