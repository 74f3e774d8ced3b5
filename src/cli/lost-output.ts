import process from 'node:process'

/**
 * Whoever read our output may have gone: a pipe or terminal that was closed, a disk that is full.
 * A service goes on serving then, and a verb that fails for it says so in its own way.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
