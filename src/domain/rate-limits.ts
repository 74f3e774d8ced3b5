import type { Scope } from './actor.ts'

/**
 * The kinds of quota. Requests without a key share one per address, requests with a bad key another;
 * each good key has its own.
 */
export type RatePolicy = 'anonymous' | 'bad-key' | Scope

export const rateWindowSeconds = 60

/** The rate limits: how many requests are allowed in one window. */
export const ratePoints: Readonly<Record<RatePolicy, number>> = {
  anonymous: 600,
  'bad-key': 20,
  contribute: 1_200,
  edit: 3_000,
  admin: 6_000,
}

/** A caller's quota after a request. */
export interface Quota {
  readonly policy: RatePolicy
  /** How many requests are allowed in one window. */
  readonly points: number
  readonly isSpent: boolean
  readonly remaining: number
  readonly resetSeconds: number
}
