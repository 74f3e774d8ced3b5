import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'

/** Identifies a retried write: the caller's key, and a hash of the request. */
export interface Idempotency {
  readonly key: string
  /** SHA-256 of method, target and the exact bytes of the body, in hexadecimal. */
  readonly requestHash: string
}

/** @throws {DomainError} `bad-header` when the key is missing or malformed */
export function readIdempotencyKey(header: string | undefined): string {
  if (header !== undefined && /^[\x21-\x7e]{1,255}$/.test(header)) return header
  const message =
    'Send an Idempotency-Key of 1 to 255 visible ASCII characters: the same one when you retry a request, and a new one for every other request.'
  const code = header === undefined ? 'missing' : 'invalid'
  throw new DomainError('bad-header', message, [{ pointer: '/idempotency-key', code, message }])
}

/** The target includes the query, which can change what a write means. */
export function requestHash(method: string, target: string, body: Uint8Array): string {
  return createHash('sha256').update(`${method}\n${target}\n`).update(body).digest('hex')
}
