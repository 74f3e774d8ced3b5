import { spawn } from 'node:child_process'
import path from 'node:path'
import { programEnvironment } from './binaries.ts'

/** Survives this process, and stops the server then, unless somebody else uses it. */
export type Guard = Readonly<{
  /** There is nothing left to do for it. */
  dismiss: () => void
}>

/** Waits for a word of ours. When its input closes without one, we have died. */
const wait = 'read -r word || exec "$0" "$@"'

const program = path.join(import.meta.dirname, `guard-main${path.extname(import.meta.filename)}`)

/**
 * Posts a shell that waits for our end, whatever it is: a fault, a signal, no memory left. It has a
 * session of its own, so that what is sent to our group or terminal does not reach it.
 */
export function postGuard(dataDir: string): Guard {
  const args = ['-c', wait, process.execPath, program, dataDir]
  const guard = spawn('/bin/sh', args, {
    cwd: '/',
    env: programEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without it nothing is wrong until we are killed, and then the next start sets it right.
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  // Not even a pipe keeps the process from ending.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return { dismiss: () => void guard.stdin.end('done\n') }
}
