import type { Command } from 'commander'

/** A check that is worth running very many times. Its short form is a test. */
export interface Soak {
  readonly name: string
  /** What it does and what it guarantees, in one sentence. */
  readonly summary: string
  /** What is counted, in the plural: requests, kills. */
  readonly unit: string
  /** The default count. */
  readonly count: number
  /** Arguments after `npm run soak -- NAME`, each as one line. */
  readonly examples: readonly string[]
  /** Adds its own options, which arrive in `options` of the run. */
  readonly addOptions?: (command: Command) => unknown
  /** Runs it; returns what to report in addition to the count and the faults. */
  readonly run: (run: SoakRun) => Promise<string>
}

export interface SoakRun {
  readonly count: number
  /** The same seed and count produce the same inputs. */
  readonly seed: number
  /** Its own options, not yet parsed. */
  readonly options: unknown
  /** Reports how many are done, of `count` by default. */
  readonly progress: (done: number, told?: { more?: string; of?: number }) => void
  /** Prints a line that stays. */
  readonly note: (line: string) => void
  /** Reports a broken guarantee. The run may continue. */
  readonly fault: (words: string) => void
}
