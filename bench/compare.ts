import { median, quantile, runRound, type Load, type Round, type Sent } from './load.ts'
import { sendPaced, type Paced } from './paced.ts'
import { terminal } from './terminal.ts'

/** One of the servers that alternate, and its requests. */
export interface Side {
  readonly origin: string
  readonly requests: Iterator<Sent>
  /** What goes on elsewhere meanwhile. */
  readonly beside?: Paced
  /** Over how many they are sent, if not over as many as the row says. */
  readonly connections?: number
}

/** A target of the design: what is compared, and the required ratio. */
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

/** The results of some rounds. */
export interface Compared {
  readonly what: string
  readonly target: Target
  readonly connections: number
  readonly ratio: number
  /** The 10th and 90th percentile of the rounds. */
  readonly spread: readonly [number, number]
  readonly oursMs: number
  readonly otherMs: number
  readonly oursP99Ms: number
}

/** Compilers and caches take some thousand requests to settle, more for more code. */
const warmingMs = 5_000

/**
 * Both sides are warmed up and then alternate, round by round, so that anything else the machine
 * does affects both. Each round gives a ratio, and the median of these counts.
 */
export async function compare(row: Row, rounds: number): Promise<Compared> {
  const { what, target, unit, connections, count, ours, other } = row
  const ratios: number[] = []
  const times: { ours: number; other: number; p99: number }[] = []
  for (const side of [ours, other]) await warmUp(side, { count, connections })
  for (let round = 1; round <= rounds; round++) {
    const [a, b] = round % 2 === 0 ? [ours, other] : [other, ours]
    const first = await runSide(a, { count, connections })
    const second = await runSide(b, { count, connections })
    const [mine, theirs] = round % 2 === 0 ? [first, second] : [second, first]
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

async function warmUp(side: Side, load: Load): Promise<void> {
  const until = performance.now() + warmingMs
  while (performance.now() < until) await runSide(side, load)
}

/** One round of one side, and how many of its other requests were answered a second. */
export async function runSide(
  { origin, requests, beside, connections }: Side,
  load: Load,
): Promise<Round & { readonly besidePerSecond: number }> {
  const stop = beside && (await sendPaced(beside))
  const round = await runRound(origin, requests, { ...load, ...(connections && { connections }) })
  return { ...round, besidePerSecond: (await stop?.()) ?? 0 }
}

export function holds({ ratio, target }: Pick<Compared, 'ratio' | 'target'>): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}
