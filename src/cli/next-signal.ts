import process from 'node:process'

const signals = ['SIGINT', 'SIGTERM'] as const

/** The next signal that asks the process to stop; the one after it ends the process. */
export async function nextSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>()
  for (const signal of signals) process.once(signal, resolve)
  const caught = await promise
  for (const signal of signals) process.off(signal, resolve)
  return caught
}
