import type { Context } from 'hono'
import type { Actor } from '../domain/actor.ts'
import type { Contract, JsonReply, StreamReply } from './contract/contract.ts'
import type { HttpEnv } from './contract/env.ts'
import { answerChunks, answerCopy } from './coding/answer.ts'
import { Copy } from './coding/copy.ts'
import { etag, etagOfBytes } from './request/etag.ts'
import { seqHeader } from './request/seq-header.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'

interface Audience {
  readonly actor: Actor | undefined
  readonly language: DisplayLanguage
}

/**
 * Turns a handler's reply into an HTTP response: reads get an ETag and caching headers, writes get
 * neither.
 */
export function respond(
  c: Context<HttpEnv>,
  contract: Contract,
  reply: JsonReply | StreamReply,
  { actor, language }: Audience,
): Response | Promise<Response> {
  c.set('isFinished', true)
  const headers: Record<string, string> = {
    ...c.get('commonHeaders'),
    'request-id': c.get('requestId'),
    'cache-control': cacheControl(contract, actor, 'isSettled' in reply && reply.isSettled),
  }
  if (contract.method === 'get') headers['vary'] = varyOf(contract)
  if ('stream' in reply) return answerStream(c, contract, reply, headers)

  const { status, revision, seq, location } = reply
  const isRead = contract.method === 'get' && !contract.uncached
  const text = 'json' in reply ? reply.json : JSON.stringify(reply.body)
  const tag = revision
    ? etag(revision, contract.localized && language)
    : isRead && etagOfBytes(text)
  if (tag) headers['etag'] = tag
  headers['content-type'] = 'application/json'
  if (contract.localized) headers['content-language'] = language
  if (location) headers['location'] = location
  if (seq !== undefined) headers[seqHeader] = String(seq)
  return answerCopy(c, new Copy(text), { status, headers }, { isRead })
}

/** A cached copy may lack an event that this caller must see (read-your-writes). */
function varyOf({ localized, readsRecord }: Contract): string {
  return `Authorization${localized ? ', Accept-Language' : ''}${readsRecord ? `, ${seqHeader}` : ''}`
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
      c.get('deps').log.error({ err: error, requestId }, 'failed while streaming')
      throw error
    }
  }
}
