import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import { codedEtag } from '../request/etag.ts'
import type { Coding } from '../bytes/coding.ts'

/** Headers of an answer, with names in lower case. */
export type Fields = Readonly<Record<string, string>>

/** Whether answers of this kind are coded if their client likes. */
export function isCodable(headers: Fields): boolean {
  const { 'content-type': type = '', 'cache-control': caching = '' } = headers
  if ('content-encoding' in headers || 'content-range' in headers) return false
  if (/\bno-transform\b/i.test(caching)) return false
  return COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === 'application/x-ndjson'
}

/** Whether the route has chosen the coding. */
export function isSettled({ vary = '' }: Fields): boolean {
  return /\baccept-encoding\b/i.test(vary)
}

/** The headers of a codable answer, also of one that is not coded this time. */
export function varyingByCoding(headers: Fields): Fields {
  if (isSettled(headers)) return headers
  const { vary } = headers
  return { ...headers, vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding` }
}

/** What a coded answer has in addition. */
export function codedHeaders(headers: Fields, coding: Coding): Fields {
  const { etag } = headers
  return {
    ...headers,
    'content-encoding': coding,
    ...(etag !== undefined && { etag: codedEtag(etag, coding) }),
  }
}

/** The headers of a 304: a client that has the content knows what is said of it. */
export function unchangedHeaders(headers: Fields, etag: string): Fields {
  const { 'content-type': _type, 'content-language': _language, ...kept } = headers
  return { ...kept, etag }
}
