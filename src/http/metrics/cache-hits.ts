import { Counter, type Registry } from 'prom-client'

/**
 * How many requests the cache answered. Plain numbers, because looking up a time series takes
 * longer than answering.
 */
export interface CacheHits {
  sent: number
  /** Answered with 304: the client already had it. */
  unchanged: number
}

/**
 * Counts requests answered from the cache, separately from all others: they take no measurable
 * time, and are numerous enough to hide the rest.
 */
export function countCacheHits(registry: Registry): (route: string) => CacheHits {
  const tallies = new Map<string, CacheHits>()
  // The counter registers itself.
  void new Counter({
    name: 'counterpoint_copies_answered_total',
    help: 'Answers from the cache, which no other metric counts.',
    labelNames: ['route', 'status'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [route, { sent, unchanged }] of tallies) {
        this.inc({ route, status: 200 }, sent)
        this.inc({ route, status: 304 }, unchanged)
      }
    },
  })
  return (route) => {
    const tally = tallies.get(route) ?? { sent: 0, unchanged: 0 }
    tallies.set(route, tally)
    return tally
  }
}
