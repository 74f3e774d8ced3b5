import { OpenAPIHono } from '@hono/zod-openapi'
import { DomainError } from '../domain/errors.ts'
import { isTransient, isUnavailable, lacksRoom } from '../store/database/faults.ts'
import type { HttpDeps } from './contract/deps.ts'
import type { Http, HttpEnv } from './contract/env.ts'
import { accessLog } from './middleware/access-log.ts'
import { codeAnswers } from './middleware/code-answers.ts'
import { addCommonHeaders } from './middleware/common-headers.ts'
import { boundBodies } from './middleware/body-room.ts'
import { boundReads } from './middleware/read-room.ts'
import { closeUntil } from './middleware/gate.ts'
import { answerMiss } from './middleware/methods.ts'
import { rateLimit } from './middleware/rate-limit.ts'
import { answerRefusal } from './middleware/refusal.ts'
import { redirectToCanonicalAddress } from './middleware/canonical-address.ts'
import { serveMetrics } from './middleware/serve-metrics.ts'
import { refuseExcess } from './middleware/write-room.ts'
import { identifyCallers } from './request/auth.ts'

/** The request machine. It does not listen and knows no routes; the edges register theirs. */
export function createHttp(deps: HttpDeps): Http {
  const http: Http = new OpenAPIHono<HttpEnv>()
  http.use(accessLog(deps), addCommonHeaders(deps.publicUrl), codeAnswers)
  if (deps.metrics) http.use('/metrics', serveMetrics(deps.metrics, deps.metricsToken))
  if (deps.isOpen) http.use(closeUntil(deps.isOpen))
  http.use(identifyCallers(deps), refuseExcess(deps), boundBodies(deps))
  if (deps.limits) http.use(rateLimit(deps.limits))
  http.use(boundReads(deps.answerLimits))
  http.use(redirectToCanonicalAddress(http))
  http.notFound(answerMiss(http))
  http.onError((error, c) => {
    const requestId = c.get('requestId')
    if (!(error instanceof DomainError)) deps.log.error({ err: error, requestId }, 'failed')
    return answerRefusal(c, isUnavailable(error) ? away(error) : error)
  })
  return http
}

/** A full disk takes longer to clear than a connection to become free. */
function away(cause: unknown): DomainError {
  if (lacksRoom(cause) && !isTransient(cause)) {
    const message = 'The database has temporarily run out of resources. Nothing was stored.'
    return new DomainError('unavailable', message, [], { retryAfterSeconds: 60, cause })
  }
  const message = 'The database cannot be reached or is overloaded.'
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 5, cause })
}
