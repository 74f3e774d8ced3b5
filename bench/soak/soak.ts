import type { Command } from 'commander'

/** A check that is worth running very many times. Its short form is a test. */
export interface Soak {
  readonly name: string
  /** What it does and what it holds, in one sentence. */
  readonly summary: string
  /** What is counted, in the plural: requests, kills. */
  readonly unit: string
  /** How many there are when nobody says. */
  readonly count: number
  /** Arguments after `npm run soak -- NAME`, each as one line. */
  readonly examples: readonly string[]
  /** Adds options of its own; they arrive in `options` of the run. */
  readonly addOptions?: (command: Command) => unknown
  /** Does it; the answer is what to say of it beside the count and the faults. */
  readonly run: (run: SoakRun) => Promise<string>
}

export interface SoakRun {
  readonly count: number
  /** The same seed and count make the same inputs. */
  readonly seed: number
  /** Options of its own, not yet parsed. */
  readonly options: unknown
  /** Says how many are done, of `count` unless told otherwise. */
  readonly progress: (done: number, told?: { more?: string; of?: number }) => void
  /** Says something that stays. */
  readonly note: (line: string) => void
  /** A broken promise. The run may go on. */
  readonly fault: (words: string) => void
}
