import { median, quantile, runRound, type Sent } from './load.ts'
import { terminal } from './terminal.ts'

/** One of the servers that take turns, and what it is asked. */
export interface Side {
  readonly origin: string
  readonly requests: Iterator<Sent>
}

/** A target of the design: what is compared, and what the ratio must be. */
export interface Row {
  readonly what: string
  readonly target: Target
  readonly unit: 'requests a second' | 'time'
  readonly connections: number
  readonly count: number
  readonly ours: Side
  readonly other: Side
}

export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** What some rounds gave. */
export interface Compared {
  readonly what: string
  readonly target: Target
  readonly connections: number
  readonly ratio: number
  /** The tenth and the ninetieth of a hundred rounds. */
  readonly spread: readonly [number, number]
  readonly oursMs: number
  readonly otherMs: number
  readonly oursP99Ms: number
}

/**
 * Both sides take turns, round by round, so that whatever else the machine does befalls both; each
 * round gives a ratio, and the median of these counts.
 */
export async function compare(row: Row, rounds: number): Promise<Compared> {
  const { what, target, unit, connections, count, ours, other } = row
  const ratios: number[] = []
  const times: { ours: number; other: number; p99: number }[] = []
  // The first round warms both up.
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = round % 2 === 0 ? [ours, other] : [other, ours]
    const first = await runRound(a.origin, a.requests, { count, connections })
    const second = await runRound(b.origin, b.requests, { count, connections })
    const [mine, theirs] = round % 2 === 0 ? [first, second] : [second, first]
    if (round === 0) continue
    ratios.push(
      unit === 'time' ? mine.medianMs / theirs.medianMs : mine.perSecond / theirs.perSecond,
    )
    times.push({ ours: mine.medianMs, other: theirs.medianMs, p99: mine.p99Ms })
    terminal.progress(
      `${what}, ${connections}: round ${round} of ${rounds}, ${ratios.at(-1)?.toFixed(2)}`,
    )
  }
  return {
    what,
    target,
    connections,
    ratio: median(ratios),
    spread: [quantile(ratios, 0.1), quantile(ratios, 0.9)],
    oursMs: median(times.map(({ ours }) => ours)),
    otherMs: median(times.map(({ other }) => other)),
    oursP99Ms: median(times.map(({ p99 }) => p99)),
  }
}

export function holds({ ratio, target }: Pick<Compared, 'ratio' | 'target'>): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}
