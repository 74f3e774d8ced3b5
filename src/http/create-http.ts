import { OpenAPIHono } from '@hono/zod-openapi'
import { DomainError } from '../domain/errors.ts'
import { isTransient, isUnavailable, lacksRoom } from '../store/faults.ts'
import { accessLog } from './access-log.ts'
import { identifyCallers } from './auth.ts'
import { dressAnswers } from './common-headers.ts'
import type { HttpDeps } from './deps.ts'
import type { Http, HttpEnv } from './env.ts'
import { closeUntil } from './gate.ts'
import { healthRoutes } from './health.ts'
import { serveMetrics } from './metrics/serve.ts'
import { answerMiss } from './methods.ts'
import { serveOpenApi } from './openapi/document.ts'
import { rateLimit } from './rate-limit.ts'
import { serveReference } from './openapi/reference.ts'
import { answerRefusal } from './pages/refusal.tsx'
import { servePages } from './pages/serve.tsx'
import { leadToRightAddress } from './right-address.ts'
import { refuseExcess } from './write-room.ts'

/** The HTTP edge: it listens to nothing and knows no noun; routes register on it. */
export function createHttp(deps: HttpDeps): Http {
  const http: Http = new OpenAPIHono<HttpEnv>()
  http.use(accessLog(deps), dressAnswers(deps.publicUrl))
  if (deps.metrics) http.use('/metrics', serveMetrics(deps.metrics, deps.metricsToken))
  if (deps.isOpen) http.use(closeUntil(deps.isOpen))
  http.use(identifyCallers(deps), refuseExcess(deps))
  if (deps.limits) http.use(rateLimit(deps.limits))
  http.use(leadToRightAddress(http))
  http.notFound(answerMiss(http))
  http.onError((error, c) => {
    const requestId = c.get('requestId')
    if (!(error instanceof DomainError)) deps.log.error({ err: error, requestId }, 'failed')
    return answerRefusal(c, isUnavailable(error) ? away(error) : error)
  })
  healthRoutes(http, deps)
  serveOpenApi(http, deps)
  serveReference(http)
  servePages(http)
  return http
}

/** A disk is not emptied within seconds, and connections come free. */
function away(cause: unknown): DomainError {
  if (lacksRoom(cause) && !isTransient(cause)) {
    const message = 'The database has run out of room just now. Nothing was stored.'
    return new DomainError('unavailable', message, [], { retryAfterSeconds: 60, cause })
  }
  const message = 'The database cannot be reached or is overloaded just now.'
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 5, cause })
}
