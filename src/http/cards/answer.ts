import type { Context } from 'hono'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { HttpEnv } from '../env.ts'
import { etagOfBytes, isKnown } from '../etag.ts'

/** How what is made of a document of the record may be kept, and by what name it is thrown away. */
export interface Keeping {
  readonly language: DisplayLanguage
  /** Its content security policy, where it has one of its own. */
  readonly policy?: string
  readonly type?: string
  /** What its text depends on besides its address. */
  readonly vary?: string
  /** The things of the record that it shows. */
  readonly keys: readonly string[]
  readonly link?: string
}

/**
 * Answers with a document that caches may keep for a while, and show a day longer when we cannot be
 * reached. Its validator is of its bytes: whatever it shows, a change makes another one.
 */
export function answerDocument(
  c: Context<HttpEnv>,
  text: string,
  {
    language,
    policy,
    type = 'text/html; charset=utf-8',
    vary = 'Accept-Language',
    keys,
    link,
  }: Keeping,
): Response {
  const tag = etagOfBytes(text)
  const headers: Record<string, string> = {
    'cache-control': 'public, max-age=30, stale-while-revalidate=300, stale-if-error=86400',
    'content-language': language,
    etag: tag,
    vary,
    'surrogate-key': keys.join(' '),
    'cache-tag': keys.join(','),
    ...(policy !== undefined && { 'content-security-policy': policy }),
    ...(link !== undefined && { link }),
  }
  if (isKnown(c.req.header('if-none-match'), tag))
    return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}
