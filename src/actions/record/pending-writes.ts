import type { Idempotent } from './idempotent.ts'

/**
 * Writes of this process that are not answered yet. A retry that arrives before the answer waits
 * for it, instead of queuing a second write.
 */
export class PendingWrites {
  readonly #answers = new Map<string, Promise<unknown>>()

  async join<A>({ apiKeyId, key, requestHash }: Idempotent, write: () => Promise<A>): Promise<A> {
    const request = JSON.stringify([apiKeyId, key, requestHash])
    const pending = this.#answers.get(request)
    // The same request runs the same action, which answers in the same shape.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (pending) return pending as Promise<A>
    const answer = write().finally(() => this.#answers.delete(request))
    this.#answers.set(request, answer)
    return answer
  }
}
