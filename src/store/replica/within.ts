import { PlainError } from '../../domain/plain-error.ts'
import { setTimeout as sleep } from 'node:timers/promises'

/** @throws if the work takes longer; it continues, but its result is ignored */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController()
  const deadline = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new PlainError(`It took longer than ${Math.round(ms)} ms.`)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    over.abort()
    // Its result no longer matters.
    deadline.catch(() => {})
  }
}
