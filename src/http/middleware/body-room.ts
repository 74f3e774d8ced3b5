import type { MiddlewareHandler } from 'hono'
import type { ByteLimits, HttpDeps } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { BytesUnderWay, type HeldRoom } from '../request/bytes-under-way.ts'
import { callerOf } from '../request/caller.ts'

const mebibyte = 1024 * 1024

/** Eight of the largest imports, of which one caller may send three at once. */
const usualLimits: ByteLimits = { bytesMax: 40 * mebibyte, bytesMaxOfCaller: 16 * mebibyte }

/**
 * Bounds what bodies take in memory: their bytes count from before the first is read until the
 * request is answered, because an import waits for its turn with all of them.
 */
export function boundBodies({
  bodyLimits = usualLimits,
}: Pick<HttpDeps, 'bodyLimits'>): MiddlewareHandler<HttpEnv> {
  const bodies = new BytesUnderWay(bodyLimits, {
    ofCaller: 'You are sending too much at once. Wait for the answers. Nothing was stored.',
    ofAll: 'Too much is being sent at once. Nothing was stored.',
  })

  return async function boundBodies(c, next) {
    let room: HeldRoom | undefined
    c.set('holdBody', (actor, bytes) => {
      room = bodies.hold(callerOf(c, actor), bytes)
      return room
    })
    try {
      await next()
    } finally {
      room?.release()
    }
  }
}
