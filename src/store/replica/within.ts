import { PlainError } from '../../domain/plain-error.ts'
import { setTimeout as sleep } from 'node:timers/promises'

/** @throws when the work takes longer; it goes on all the same, and nobody hears of it */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController()
  const deadline = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new PlainError(`It took longer than ${Math.round(ms)} ms.`)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    over.abort()
    // Its end is of no interest any more.
    deadline.catch(() => {})
  }
}
