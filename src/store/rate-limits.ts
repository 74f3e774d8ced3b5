import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool } from 'pg'
import {
  ratePoints,
  rateWindowSeconds,
  type Quota,
  type RatePolicy,
} from '../domain/rate-limits.ts'
import { openPool, type TimeLimits } from './database/pool.ts'

/** Counts the requests of all processes that share the database. */
export interface RateLimits {
  /** Takes points from a caller's quota under a policy: one for a request. */
  readonly take: (policy: RatePolicy, caller: string, taken?: number) => Promise<Quota>
  readonly pool: Pool
  readonly close: () => Promise<void>
}

/** Counting must not delay an answer: if it takes longer, the request is counted in memory. */
const limits: TimeLimits = {
  connectMs: 500,
  statementMs: 500,
  lockMs: 500,
  idleInTransactionMs: 1_000,
}

/** How long a request waits to be counted. While one has waited longer, no other waits. */
const patienceOfAllMs = 250

/**
 * Counts in the database, so that several processes agree. While the database is away or silent,
 * each process counts for itself.
 */
export function openRateLimits(
  url: string,
  points = ratePoints,
  patienceMs = patienceOfAllMs,
): RateLimits {
  const pool = openPool({
    url,
    applicationName: 'counterpoint rate limits',
    connectionsMax: 3,
    limits,
  })
  const limiterOf = (policy: RatePolicy) => {
    const options = {
      keyPrefix: policy,
      points: points[policy],
      duration: rateWindowSeconds,
    }
    const insuranceLimiter = new RateLimiterMemory(options)
    const limiter = new RateLimiterPostgres({
      ...options,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      // A caller whose quota is spent is refused without another query.
      inMemoryBlockOnConsumed: points[policy],
      insuranceLimiter,
    })
    return async (caller: string, taken: number) => {
      if (overdue > 0) return insuranceLimiter.consume(caller, taken)
      const counted = limiter.consume(caller, taken)
      const late = sleep(patienceMs, 'late' as const, { ref: false })
      const first = await Promise.race([counted, late])
      if (first !== 'late') return first
      overdue += 1
      void counted.catch(() => {}).finally(() => (overdue -= 1))
      return insuranceLimiter.consume(caller, taken)
    }
  }
  let overdue = 0
  const limiters: Readonly<Record<RatePolicy, ReturnType<typeof limiterOf>>> = {
    anonymous: limiterOf('anonymous'),
    'bad-key': limiterOf('bad-key'),
    contribute: limiterOf('contribute'),
    edit: limiterOf('edit'),
    admin: limiterOf('admin'),
  }
  return {
    take: async (policy, caller, taken = 1) => {
      const quota = { policy, points: points[policy] }
      try {
        return { ...quota, isSpent: false, ...restOf(await limiters[policy](caller, taken)) }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { ...quota, isSpent: true, ...restOf(refusal) }
      }
    },
    pool,
    close: () => pool.end(),
  }
}

function restOf({ remainingPoints, msBeforeNext }: RateLimiterRes) {
  return {
    remaining: remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  }
}
