import os from 'node:os'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** For the embedded server to stop. If it takes longer, its guard sees to it. */
const patienceMs = 5_000

/** Ends the process without waiting for anybody but the embedded server. */
export async function endNow(code: number, abandon: () => Promise<void>): Promise<never> {
  await Promise.race([abandon().catch(() => {}), sleep(patienceMs)])
  process.exit(code)
}

/** What shells show of a process that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + os.constants.signals[signal]
}
