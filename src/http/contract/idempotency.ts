import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'

/** What makes a retried write happen once: the caller's key, and what exactly it was sent with. */
export interface Idempotency {
  readonly key: string
  /** SHA-256 over method, target and the exact bytes of the body, in hexadecimal. */
  readonly requestHash: string
}

/** @throws {DomainError} `bad-header` when the key is missing or of another form */
export function readIdempotencyKey(header: string | undefined): string {
  if (header !== undefined && /^[\x21-\x7e]{1,255}$/.test(header)) return header
  const message =
    'Send an Idempotency-Key of 1 to 255 visible ASCII characters: the same one whenever you retry this very request, a new one otherwise.'
  const code = header === undefined ? 'missing' : 'invalid'
  throw new DomainError('bad-header', message, [{ pointer: '/idempotency-key', code, message }])
}

/** The target is the path with its query, which may change what a write means. */
export function requestHash(method: string, target: string, body: Uint8Array): string {
  return createHash('sha256').update(`${method}\n${target}\n`).update(body).digest('hex')
}
