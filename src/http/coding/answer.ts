import type { Context } from 'hono'
import type { HttpEnv } from '../contract/env.ts'
import { knownTag } from '../request/etag.ts'
import {
  codedHeaders,
  isCodable,
  unchangedHeaders,
  varyingByCoding,
  type Fields,
} from './codable.ts'
import type { Copy } from '../bytes/copy.ts'
import { encodeStream } from '../bytes/encode.ts'
import type { Coding } from '../bytes/coding.ts'
import { preferredCoding } from '../request/accept-encoding.ts'

interface Head {
  readonly status: number
  readonly headers: Fields
}

/**
 * Answers in the coding that the client prefers.
 *
 * @param isRead whether `If-None-Match` may make it a 304
 */
export function answerCopy(
  c: Context<HttpEnv>,
  copy: Copy,
  { status, headers: plain }: Head,
  { isRead }: { readonly isRead: boolean },
): Response | Promise<Response> {
  const { coding, headers } = represent(c, plain, () => copy.length)
  if (isRead) {
    const acceptEncoding = c.req.header('accept-encoding')
    const ifNoneMatch = c.req.header('if-none-match')
    const known = knownTag(ifNoneMatch, plain['etag'], { coding, acceptEncoding })
    if (known !== undefined)
      return new Response(null, { status: 304, headers: unchangedHeaders(headers, known) })
  }
  if (!coding) return new Response(copy.plain, { status, headers })
  const head = { status, headers: codedHeaders(headers, coding) }
  if (c.req.method === 'HEAD') return new Response(null, head)
  return copy.in(coding).then((bytes) => new Response(bytes, head))
}

/** The same for an answer whose length nobody knows. */
export function answerChunks(
  c: Context<HttpEnv>,
  chunks: AsyncIterable<Uint8Array>,
  { status, headers: plain }: Head,
): Response {
  const { coding, headers } = represent(c, plain, () => Infinity)
  const head = { status, headers: coding ? codedHeaders(headers, coding) : headers }
  if (c.req.method === 'HEAD') return new Response(null, head)
  return new Response(ReadableStream.from(coding ? encodeStream(chunks, coding) : chunks), head)
}

interface Represented {
  readonly coding: Coding | undefined
  readonly headers: Fields
}

/**
 * Decides whether an answer is coded. An answer to a session never is: the browser sends the session
 * with requests that another site makes, and the length of a coded answer that contains what
 * that site chose would tell it, guess by guess, what else the answer contains (BREACH). No other
 * site can send somebody's key.
 */
function represent(c: Context<HttpEnv>, headers: Fields, length: () => number): Represented {
  if (c.get('isForSession') || !isCodable(headers)) return { coding: undefined, headers }
  const accepted = c.req.header('accept-encoding')
  const coding = accepted === undefined ? undefined : preferredCoding(accepted, length())
  return { coding, headers: varyingByCoding(headers) }
}
