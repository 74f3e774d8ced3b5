import type { Context } from 'hono'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { HttpEnv } from '../contract/env.ts'
import { answerCopy } from '../coding/answer.ts'
import { Copy } from '../bytes/copy.ts'
import { etagOfBytes } from '../request/etag.ts'
import type { Cacheable } from '../contract/cached-answers.ts'

/** How an answer may be cached, and the keys it is purged by. */
export interface CacheOptions {
  readonly language: DisplayLanguage
  /** Its own content security policy, if it needs one. */
  readonly policy?: string
  readonly type?: string
  /** The request headers it depends on. */
  readonly vary?: string
  /** Surrogate keys: the things of the record that it shows. */
  readonly keys: readonly string[]
  readonly link?: string
}

/**
 * A document or picture that caches may store for a while, and for a day longer when we cannot be
 * reached. Its ETag is a hash of its bytes, so that any visible change makes a new one.
 */
export function cacheable(
  body: Copy['plain'],
  {
    language,
    policy,
    type = 'text/html; charset=utf-8',
    vary = 'Accept-Language',
    keys,
    link,
  }: CacheOptions,
): Cacheable {
  const etag = etagOfBytes(body)
  const headers = {
    'cache-control': 'public, max-age=30, stale-while-revalidate=300, stale-if-error=86400',
    'content-language': language,
    'content-type': type,
    etag,
    vary,
    'surrogate-key': keys.join(' '),
    'cache-tag': keys.join(','),
    ...(policy !== undefined && { 'content-security-policy': policy }),
    ...(link !== undefined && { link }),
  }
  return { copy: new Copy(body), etag, headers }
}

/** @param ageSeconds how old the answer is, if it is stale */
export function answerCacheable(
  c: Context<HttpEnv>,
  { copy, headers }: Cacheable,
  ageSeconds = 0,
): Response | Promise<Response> {
  const all = headersFor(c, { ...headers, ...(ageSeconds > 0 && { age: String(ageSeconds) }) })
  return answerCopy(c, copy, { status: 200, headers: all }, { isRead: true })
}

/** The headers of an answer, with those that differ from request to request. */
export function headersFor(
  c: Context<HttpEnv>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  c.set('isFinished', true)
  return { ...c.get('commonHeaders'), ...own, 'request-id': c.get('requestId') }
}

export function answerDocument(
  c: Context<HttpEnv>,
  body: Copy['plain'],
  options: CacheOptions,
): Response | Promise<Response> {
  return answerCacheable(c, cacheable(body, options))
}
