import { Counter, type Registry } from 'prom-client'

/** How often copies were answered with. Plain numbers: to look a series up takes longer than they do. */
export interface CopyTally {
  sent: number
  /** The client had it already. */
  unchanged: number
}

/**
 * Answers from copies, apart from all else that is answered: they take no time worth measuring, and
 * there may be so many that nothing of the others would show.
 */
export function countCopies(registry: Registry): (route: string) => CopyTally {
  const tallies = new Map<string, CopyTally>()
  // It registers itself.
  void new Counter({
    name: 'counterpoint_copies_answered_total',
    help: 'Answers from copies of cards, which are in no other count.',
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
