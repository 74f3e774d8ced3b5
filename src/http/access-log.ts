import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { HttpDeps } from './deps.ts'
import type { HttpEnv } from './env.ts'

/**
 * Names each request and logs it when it is answered: by its route, never by its address, which may
 * hold what somebody looks for.
 */
export function accessLog(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  return async function accessLog(c, next) {
    const begun = performance.now()
    const requestId = randomUUID()
    c.set('deps', deps)
    c.set('requestId', requestId)
    await next()
    deps.log.info(
      {
        requestId,
        method: c.req.method,
        route: c.get('route') ?? routePath(c, -1),
        status: c.res.status,
        ms: Math.round((performance.now() - begun) * 10) / 10,
      },
      'answered',
    )
  }
}
