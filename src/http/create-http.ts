import { OpenAPIHono } from '@hono/zod-openapi'
import { DomainError } from '../domain/errors.ts'
import { accessLog } from './access-log.ts'
import { openToReaders, securityHeaders } from './common-headers.ts'
import type { HttpDeps } from './deps.ts'
import type { Http, HttpEnv } from './env.ts'
import { answerMiss } from './miss.ts'
import { answerProblem } from './problem.ts'

/** The HTTP edge without routes: it listens to nothing and knows no noun. */
export function createHttp(deps: HttpDeps): Http {
  const http: Http = new OpenAPIHono<HttpEnv>()
  http.use(accessLog(deps), openToReaders(), securityHeaders(deps.publicUrl))
  http.notFound(answerMiss(http))
  http.onError((error, c) => {
    const { requestId } = c.var
    if (!(error instanceof DomainError)) deps.log.error({ err: error, requestId }, 'failed')
    return answerProblem(deps.publicUrl, requestId, error)
  })
  return http
}
