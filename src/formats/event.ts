import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { EventBody } from '../domain/event.ts'

/** The exact bytes of an event: canonical JSON (RFC 8785). */
export function canonicalEvent(body: EventBody): string {
  return canonicalJson(body)
}

/** Canonical JSON (RFC 8785) of a plain value. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('Nothing to write: the value has no JSON form.')
  return json
}

/**
 * SHA-256 of the salt and the UTF-8 text, by which an event vouches for words that it does not
 * contain.
 */
export function saltedHash(salt: Buffer, text: string): string {
  return createHash('sha256').update(salt).update(text, 'utf8').digest('hex')
}
