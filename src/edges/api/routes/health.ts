import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { DomainError } from '../../../domain/errors.ts'
import type { HttpDeps } from '../../../http/contract/deps.ts'
import type { Http } from '../../../http/contract/env.ts'
import { route } from '../../../http/route.ts'

const health = z.object({ status: z.enum(['up', 'ready']) }).meta({ id: 'Health' })

/** A readiness check needs its answer quickly, not when a connection becomes free. */
const readyWithinMs = 2_000

/** Health checks: is the process alive, and can it answer? */
export function healthRoutes(http: Http, { isReady }: Pick<HttpDeps, 'isReady'>): void {
  route(http, {
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tag: 'service',
    summary: 'Is the process up?',
    description: 'Answers while the process is alive, whatever the state of its database.',
    forAnyone: true,
    uncached: true,
    answers: { 200: { description: 'It is up.', schema: health } },
  }).handle(() => ({ status: 200, body: { status: 'up' } }))

  route(http, {
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    tag: 'service',
    summary: 'Can the service answer?',
    description:
      'Answers 503 while the service starts or is about to stop, and while its database cannot be reached or lacks a migration.',
    forAnyone: true,
    uncached: true,
    answers: { 200: { description: 'It is ready.', schema: health } },
  }).handle(async () => {
    const late = sleep(readyWithinMs, false, { ref: false })
    if (await Promise.race([isReady().catch(() => false), late]))
      return { status: 200, body: { status: 'ready' } }
    const message =
      'The service is starting or stopping, or its database cannot be reached or lacks a migration.'
    throw new DomainError('unavailable', message, [], { retryAfterSeconds: 5 })
  })
}
