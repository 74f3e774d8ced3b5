import type { z } from 'zod'
import type { Db } from '../../store/database/db.ts'

/** Names a request, so that its retry gets the same answer and is not done twice. */
export interface Idempotent {
  readonly apiKeyId: string
  readonly key: string
  readonly requestHash: string
}

/** What is kept of an answer for retries, ids and numbers only, and how it is made again from that. */
export interface Kept<A, K> {
  readonly schema: z.ZodType<K>
  readonly keep: (answer: A) => K
  readonly again: (kept: K, tx: Db) => A | Promise<A>
}

/** The same as text, which is how it is stored. */
export interface Retries<A> {
  readonly keep: (answer: A) => string
  readonly again: (kept: string, tx: Db) => Promise<A>
}

export function retries<A, K>({ schema, keep, again }: Kept<A, K>): Retries<A> {
  return {
    keep: (answer) => JSON.stringify(keep(answer)),
    again: async (kept, tx) => again(schema.parse(JSON.parse(kept)), tx),
  }
}
