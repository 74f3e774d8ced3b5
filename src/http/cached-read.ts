import type { Context } from 'hono'
import { rememberAsked } from './cache/answer-cached.ts'
import { cacheKey } from './cache/cache-key.ts'
import { answerCacheable } from './cache/cacheable.ts'
import type { Cacheable, CachedAnswers, Rendered } from './contract/cached-answers.ts'
import type { Contract, JsonReply, StreamReply } from './contract/contract.ts'
import type { HttpEnv } from './contract/env.ts'
import { bytesOf, type Audience } from './reply.ts'

interface Asker extends Audience {
  readonly query: Readonly<Record<string, unknown>>
}

/**
 * Whether the public all gets the same answer until something moves. An answer as of some moment
 * depends on the clock too.
 */
export function isCacheable({ isCached }: Contract, { actor, query }: Asker): boolean {
  return isCached === true && actor === undefined && query['asOf'] === undefined
}

/** A reply of the API as it is cached. */
export async function cacheableOf(
  contract: Contract,
  reply: JsonReply | StreamReply,
  audience: Audience,
): Promise<Cacheable> {
  if ('stream' in reply) throw new TypeError('A stream cannot be cached')
  const { status, copy, etag, headers } = await bytesOf(contract, reply, audience)
  if (status !== 200 || etag === undefined) throw new TypeError('Only a read can be cached')
  return { copy, etag, headers }
}

/** Answers a read of the API from the cache, never with a stale answer. */
export async function answerRead(
  c: Context<HttpEnv>,
  cache: CachedAnswers,
  { language, isText }: Audience,
  make: () => Promise<Rendered>,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const key = cacheKey(pathname + search, language, isText)
  const answer = await cache.serveCurrent(key, async () => {
    const made = await make()
    c.set('answerLength', made.answer.copy.length)
    return made
  })
  rememberAsked(c, cache, key)
  return answerCacheable(c, answer)
}
