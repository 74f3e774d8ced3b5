import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../../domain/errors.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'

/** Answers nothing about the record until the database has the schema that this version needs. */
export function closeUntil(isOpen: () => boolean): MiddlewareHandler<HttpEnv> {
  return async function closeUntil(c, next) {
    if (isOpen() || factsOf(c).isAboutService) return next()
    const message = 'The service is starting, or is waiting for its database to be migrated.'
    throw new DomainError('unavailable', message, [], { retryAfterSeconds: 5 })
  }
}
