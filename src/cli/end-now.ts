import os from 'node:os'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long to wait for the embedded server to stop. After that, its guard takes over. */
const patienceMs = 5_000

/** Ends the process, waiting only for the embedded server. */
export async function endNow(code: number, abandon: () => Promise<void>): Promise<never> {
  await Promise.race([abandon().catch(() => {}), sleep(patienceMs)])
  process.exit(code)
}

/** How long abandoned work may continue. */
const lingerMs = 1_000

/**
 * Everything of ours is closed. Abandoned work that does not end, such as a job that ignores its
 * signal, must not keep the process alive.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), lingerMs).unref()
}

/** The exit code that shells show for a process ended by a signal. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + os.constants.signals[signal]
}
