import type { z } from 'zod'
import { DomainError, type DomainErrorCode } from '../domain/errors.ts'
import type { redactionView } from './common.ts'
import type { TombstoneView } from './tombstone.ts'

/** Problems of reading a redacted object. */
export const removed = ['gone', 'legally-withheld'] as const satisfies readonly DomainErrorCode[]

/**
 * Returns an object that is not redacted.
 *
 * @throws {DomainError} `legally-withheld` or `gone`, with the public statement and the tombstone
 */
export function requireWords<S extends { readonly body: Redactable }>(
  shown: S,
  tombstone: (view: S['body']) => TombstoneView,
): S {
  const { redaction } = shown.body
  if (!redaction) return shown
  const [code, message] =
    redaction.ground === 'withheld'
      ? (['legally-withheld', 'These words are withheld by law.'] as const)
      : (['gone', 'These words were erased for privacy.'] as const)
  throw new DomainError(code, redaction.statement ?? message, [], {
    facts: { redaction, tombstone: tombstone(shown.body) },
  })
}

export interface Redactable {
  readonly redaction: z.output<typeof redactionView> | null
}
