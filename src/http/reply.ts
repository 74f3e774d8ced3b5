import type { Context } from 'hono'
import type { Actor } from '../domain/actor.ts'
import { headersFor } from './cache/cacheable.ts'
import type { Contract, JsonReply, StreamReply } from './contract/contract.ts'
import type { HttpEnv } from './contract/env.ts'
import { answerChunks, answerCopy } from './coding/answer.ts'
import { Copy } from './bytes/copy.ts'
import { jsonInSlices } from '../formats/in-slices.ts'
import { UnreadError } from './unread.ts'
import { etag as etagOf, etagOfBytes } from './request/etag.ts'
import { offersText } from './request/text-form.ts'
import { seqHeader } from './request/seq-header.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'

export interface Audience {
  readonly actor: Actor | undefined
  readonly language: DisplayLanguage
  readonly publicUrl: URL
  /** It prefers plain text, and the route has it. */
  readonly isText: boolean
}

/** Turns a handler's reply into an HTTP response. */
export function respond(
  c: Context<HttpEnv>,
  contract: Contract,
  reply: JsonReply | StreamReply,
  audience: Audience,
): Promise<Response> {
  if (!('stream' in reply))
    return bytesOf(contract, reply, audience).then((answered) => answerBytes(c, answered))
  return answerStream(c, contract, reply, headersFor(c, headersOf(contract, audience)))
}

/** An answer as bytes, without the headers that differ from request to request. */
interface Answered {
  readonly status: number
  readonly copy: Copy
  /** The ETag, for reads. */
  readonly etag: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** Reads get an ETag and caching headers, writes get neither. */
export async function bytesOf(
  contract: Contract,
  reply: JsonReply,
  audience: Audience,
): Promise<Answered> {
  const { status, revision, seq, location } = reply
  const isRead = contract.method === 'get' && !contract.uncached
  const text = audience.isText ? textOf(contract, reply, audience) : undefined
  const body = text ?? ('json' in reply ? reply.json : await jsonInSlices(reply.body))
  const etag =
    revision && text === undefined
      ? etagOf(revision, contract.localized && audience.language)
      : isRead
        ? etagOfBytes(body)
        : undefined
  const headers = {
    ...headersOf(contract, audience, 'isSettled' in reply && reply.isSettled),
    ...(etag !== undefined && { etag }),
    'content-type': text === undefined ? 'application/json' : 'text/plain; charset=utf-8',
    ...(contract.localized && { 'content-language': audience.language }),
    ...(location !== undefined && { location }),
    ...(seq !== undefined && { [seqHeader]: String(seq) }),
  }
  return { status, copy: new Copy(body), etag: isRead ? etag : undefined, headers }
}

function textOf({ answers }: Contract, reply: JsonReply, audience: Audience): string | undefined {
  const answer = answers[reply.status]
  if (!answer || !('text' in answer) || !('body' in reply)) return undefined
  return answer.text?.(reply.body, audience)
}

function answerBytes(
  c: Context<HttpEnv>,
  { status, copy, etag, headers }: Answered,
): Response | Promise<Response> {
  const isRead = etag !== undefined
  c.set('answerLength', copy.length)
  return answerCopy(c, copy, { status, headers: headersFor(c, headers) }, { isRead })
}

function headersOf(
  contract: Contract,
  { actor }: Audience,
  isSettled = false,
): Record<string, string> {
  return {
    'cache-control': cacheControl(contract, actor, isSettled),
    ...(contract.method === 'get' && { vary: varyOf(contract) }),
  }
}

/** A cached copy may lack an event that this caller must see (read-your-writes). */
function varyOf(contract: Contract): string {
  const { localized, readsRecord } = contract
  return `Authorization${offersText(contract) ? ', Accept' : ''}${localized ? ', Accept-Language' : ''}${readsRecord ? `, ${seqHeader}` : ''}`
}

/** A key may see more than the public, so shared caches must not store what it gets. */
function cacheControl(
  { method, uncached }: Contract,
  actor: Actor | undefined,
  isSettled = false,
): string {
  if (method !== 'get' || uncached) return 'no-store'
  if (!actor && isSettled) return 'public, max-age=300'
  return actor ? 'private, no-cache' : 'public, max-age=30, stale-while-revalidate=300'
}

async function answerStream(
  c: Context<HttpEnv>,
  { answers }: Contract,
  { status, stream, headers: own }: StreamReply,
  common: Record<string, string>,
): Promise<Response> {
  const answer = answers[status]
  const type = answer && 'mediaType' in answer && { 'content-type': answer.mediaType }
  const headers = { ...common, ...type, ...own }
  // Nobody will read the stream of a HEAD request, so its source is told to stop.
  if (c.req.method === 'HEAD') await stream.cancel()
  return answerChunks(c, relay(), { status, headers })

  /**
   * Fails when the stream fails: the connection breaks, and nobody mistakes a part for the whole.
   */
  async function* relay() {
    try {
      yield* stream
    } catch (error) {
      const requestId = c.get('requestId')
      if (!(error instanceof UnreadError))
        c.get('deps').log.error({ err: error, requestId }, 'failed while streaming')
      throw error
    }
  }
}
