import type { z } from 'zod'
import { DomainError, type DomainErrorCode } from '../domain/errors.ts'
import type { redactionView } from './common.ts'
import type { TombstoneView } from './tombstone.ts'

/** What a read of an object answers once its words are gone. */
export const removed = ['gone', 'legally-withheld'] as const satisfies readonly DomainErrorCode[]

/**
 * Passes on an object that has its words.
 *
 * @throws {DomainError} `legally-withheld` or `gone`, with the public statement and what is left
 */
export function requireWords<S extends { readonly body: Redactable }>(
  shown: S,
  tombstone: (view: S['body']) => TombstoneView,
): S {
  const { redaction } = shown.body
  if (!redaction) return shown
  const [code, message] =
    redaction.ground === 'withheld'
      ? (['legally-withheld', 'The words that stood here are withheld by law.'] as const)
      : (['gone', 'The words that stood here were erased for privacy.'] as const)
  throw new DomainError(code, redaction.statement ?? message, [], {
    facts: { redaction, tombstone: tombstone(shown.body) },
  })
}

export interface Redactable {
  readonly redaction: z.output<typeof redactionView> | null
}
