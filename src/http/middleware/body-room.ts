import type { Context, MiddlewareHandler } from 'hono'
import type { HttpDeps } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { BodiesUnderWay, type HeldRoom } from '../request/bodies-under-way.ts'
import { clientNetwork } from '../request/client-address.ts'
import { remoteOf } from '../request/remote.ts'

/**
 * Bounds what bodies take in memory: their bytes count from before the first is read until the
 * request is answered, because an import waits for its turn with all of them.
 */
export function boundBodies({
  bodyLimits,
  limits,
}: Pick<HttpDeps, 'bodyLimits' | 'limits'>): MiddlewareHandler<HttpEnv> {
  const bodies = new BodiesUnderWay(bodyLimits)

  return async function boundBodies(c, next) {
    let room: HeldRoom | undefined
    c.set('holdBody', (actor, bytes) => {
      room = bodies.hold(actor?.id ?? networkOf(c, limits?.trustedProxyCount), bytes)
      return room
    })
    try {
      await next()
    } finally {
      room?.release()
    }
  }
}

function networkOf(c: Context<HttpEnv>, trustedProxyCount = 0): string {
  return clientNetwork(remoteOf(c), c.req.header('x-forwarded-for'), trustedProxyCount)
}
