import process from 'node:process'

/**
 * The reader of our output may have gone: a closed pipe or terminal, a full disk. The service goes on
 * serving then, and a verb that fails for it says so in its own way.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
