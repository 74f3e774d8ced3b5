import type { Scope } from './actor.ts'

/** Who shares a quota: the public and bad keys by address, each key by itself. */
export type RatePolicy = 'anonymous' | 'bad-key' | Scope

export const rateWindowSeconds = 60

/** How many requests a window takes. */
export const ratePoints: Readonly<Record<RatePolicy, number>> = {
  anonymous: 600,
  'bad-key': 20,
  contribute: 1_200,
  edit: 3_000,
  admin: 6_000,
}

/** What a caller has left after a request. */
export interface Quota {
  readonly policy: RatePolicy
  /** How many requests a window takes. */
  readonly points: number
  readonly isSpent: boolean
  readonly remaining: number
  readonly resetSeconds: number
}
