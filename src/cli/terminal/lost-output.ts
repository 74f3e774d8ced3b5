import process from 'node:process'

/**
 * The reader of our output may be gone: a closed pipe or terminal, a full disk. The service
 * continues; a command that fails because of it says so itself.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
