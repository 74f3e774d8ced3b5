import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { HttpDeps } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'

/**
 * Names each request, logs and measures it when it is answered: by its route, never by its address,
 * which may hold what somebody looks for.
 */
export function accessLog(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const { log, metrics } = deps
  return async function accessLog(c, next) {
    const begun = performance.now()
    const requestId = randomUUID()
    c.set('deps', deps)
    c.set('requestId', requestId)
    const { method } = c.req
    // Reads log nothing by themselves, and to carry a name through one costs a thirtieth of it.
    const isRead = method === 'GET' || method === 'HEAD'
    await (isRead || !deps.inRequest ? next() : deps.inRequest(requestId, next))
    const ms = performance.now() - begun
    const answered = { method, route: routeOf(c), status: c.res.status }
    metrics?.answered(answered, ms / 1000)
    log.info({ requestId, ...answered, ms: Math.round(ms * 10) / 10 }, 'answered')
  }
}

/** As its contract writes it, also where the request was refused before it came to it. */
function routeOf(c: Context<HttpEnv>): string {
  const asRouted = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g
  return c.get('route') ?? routePath(c, -1).replace(asRouted, '{$1}')
}
