/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number
  readonly body: string
}

/** With what is kept of it for retries, when that is not the body: what is kept has no words. */
export interface KeptAnswer extends Answer {
  readonly kept?: string
}

/** Names a request, so that its retry gets the same answer and is not done twice. */
export interface Idempotent {
  readonly apiKeyId: string
  readonly key: string
  readonly requestHash: string
}
