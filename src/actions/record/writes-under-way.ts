import type { Answer, Idempotent } from './answer.ts'

/**
 * The writes of one process that have not been answered yet. A retry that comes before the answer
 * waits for that one, instead of a turn of its own at the record.
 */
export class WritesUnderWay {
  readonly #answers = new Map<string, Promise<Answer>>()

  async join(
    { apiKeyId, key, requestHash }: Idempotent,
    write: () => Promise<Answer>,
  ): Promise<Answer> {
    const request = JSON.stringify([apiKeyId, key, requestHash])
    const underWay = this.#answers.get(request)
    if (underWay) return underWay
    const answer = write().finally(() => this.#answers.delete(request))
    this.#answers.set(request, answer)
    return answer
  }
}
