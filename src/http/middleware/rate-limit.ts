import type { Context, MiddlewareHandler } from 'hono'
import { rateWindowSeconds, type Quota, type RatePolicy } from '../../domain/rate-limits.ts'
import type { Limits } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'
import { Refusal } from '../problems/refusal.ts'
import { actorOf, callerOf } from '../request/caller.ts'

/** An answer counts as one request more for each of as many bytes. */
const bytesOfPoint = 256 * 1024

/**
 * Charges each request to the quota of its sender. A request with a bad key is charged to its
 * address, but never to a good key used from there: keys cannot be guessed, but looking them up
 * costs.
 */
export function rateLimit(limits: Limits): MiddlewareHandler<HttpEnv> {
  return async function rateLimit(c, next) {
    // Health checks come often, and static files cost nothing.
    const payer = factsOf(c).isAboutService ? undefined : await payerOf(c)
    if (!payer) return next()
    const quota = await limits.take(...payer)
    c.set('commonHeaders', { ...c.get('commonHeaders'), ...headersOf(quota) })
    if (quota.isSpent)
      throw new Refusal('too-many-requests', 'Wait as many seconds as Retry-After says.', {
        'retry-after': String(quota.resetSeconds),
      })
    await next()
    const more = Math.floor((c.get('answerLength') ?? 0) / bytesOfPoint)
    // What an answer costs is known when it is there; the next request finds it taken.
    if (more > 0) await limits.take(...payer, more)
  }
}

async function payerOf(
  c: Context<HttpEnv>,
): Promise<[policy: RatePolicy, caller: string] | undefined> {
  if (c.req.header('authorization') === undefined) return ['anonymous', callerOf(c, undefined)]
  const actor = await actorOf(c)
  if (!actor) return ['bad-key', callerOf(c, undefined)]
  if (actor.role === 'system' || actor.id === null) return undefined
  return [actor.role, actor.id]
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers. */
function headersOf({ policy, points, remaining, resetSeconds }: Quota): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${points};w=${rateWindowSeconds}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  }
}
