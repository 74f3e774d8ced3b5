import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../domain/errors.ts'
import type { HttpEnv } from './env.ts'

/** What says whether the process lives, and what never changes: it takes no database. */
const aboutService = /^\/(?:healthz|readyz|terms|openapi\.json|(?:docs|problems)(?:\/.*)?)?$/

export function isAboutService(path: string): boolean {
  return aboutService.test(path)
}

/** Answers nothing about the record before the database is as this version needs it. */
export function closeUntil(isOpen: () => boolean): MiddlewareHandler<HttpEnv> {
  return async function closeUntil(c, next) {
    if (isOpen() || isAboutService(c.req.path)) return next()
    const message = 'The service is starting, or waits for its database to be migrated.'
    throw new DomainError('unavailable', message, [], { retryAfterSeconds: 5 })
  }
}
