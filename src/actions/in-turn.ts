import { setImmediate } from 'node:timers/promises'

/**
 * Starts several pieces of work of one transaction, each before the one ahead of it is done, and
 * returns what the last of them does. The database takes statements in the order in which they come,
 * so it works on one while the next is made.
 *
 * A fault is thrown when all have ended: no statement may come after the transaction is over.
 */
export async function inTurn<T>(
  ahead: readonly (() => Promise<unknown>)[],
  last: () => Promise<T>,
): Promise<T> {
  const faults: unknown[] = []
  const started: Promise<unknown>[] = []
  const note = (fault: unknown) => void faults.push(fault)
  for (const start of ahead) {
    started.push(start().catch(note))
    // Lets the statement go out before the next one is made.
    await setImmediate()
  }
  const result = last()
  await Promise.all([...started, result.catch(note)])
  // The first is the cause; after it the transaction refuses whatever comes.
  if (faults.length > 0) throw faults[0]
  return result
}
