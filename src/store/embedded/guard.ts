import { spawn } from 'node:child_process'
import path from 'node:path'
import { programEnvironment } from './binaries.ts'

/** Outlives this process, and then stops the server unless somebody else uses it. */
export type Guard = Readonly<{
  /** Ends the guard, because nothing is left to do for it. */
  dismiss: () => void
}>

/** Waits for a word from us. If its input closes without one, we have died. */
const wait = 'read -r word || exec "$0" "$@"'

const program = path.join(import.meta.dirname, `guard-main${path.extname(import.meta.filename)}`)

/**
 * Starts a guard process: a shell that waits until this process ends, whether by a fault, a signal
 * or lack of memory. It has its own session, so that signals to our group or terminal do not reach
 * it.
 */
export function postGuard(dataDir: string): Guard {
  const args = ['-c', wait, process.execPath, program, dataDir]
  const guard = spawn('/bin/sh', args, {
    cwd: '/',
    env: programEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a guard, nothing goes wrong unless we are killed; then the next start cleans up.
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  // Not even its pipe keeps the process alive.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return { dismiss: () => void guard.stdin.end('done\n') }
}
