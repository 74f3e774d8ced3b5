import type { Context, MiddlewareHandler } from 'hono'
import { rateWindowSeconds, type Quota } from '../../domain/rate-limits.ts'
import { clientNetwork } from '../request/client-address.ts'
import type { Limits } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'
import { Refusal } from '../problems/refusal.ts'
import { remoteOf } from '../request/remote.ts'

/**
 * Charges each request to the quota of its sender. A request with a bad key is charged to its
 * address, but never to a good key used from there: keys cannot be guessed, but looking them up
 * costs.
 */
export function rateLimit(limits: Limits): MiddlewareHandler<HttpEnv> {
  return async function rateLimit(c, next) {
    // Health checks come often, and static files cost nothing.
    const quota = factsOf(c).isAboutService ? undefined : await takeFrom(limits, c)
    if (!quota) return next()
    c.set('commonHeaders', { ...c.get('commonHeaders'), ...headersOf(quota) })
    if (quota.isSpent)
      throw new Refusal('too-many-requests', 'Wait as many seconds as Retry-After says.', {
        'retry-after': String(quota.resetSeconds),
      })
    return next()
  }
}

async function takeFrom(limits: Limits, c: Context<HttpEnv>): Promise<Quota | undefined> {
  const address = () =>
    clientNetwork(remoteOf(c), c.req.header('x-forwarded-for'), limits.trustedProxyCount)
  if (c.req.header('authorization') === undefined) return limits.take('anonymous', address())
  const actor = await c
    .get('identify')()
    .catch((error: unknown) => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  if (!actor) return limits.take('bad-key', address())
  if (actor.role === 'system' || actor.id === null) return undefined
  return limits.take(actor.role, actor.id)
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers. */
function headersOf({ policy, points, remaining, resetSeconds }: Quota): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${points};w=${rateWindowSeconds}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  }
}
