import type { z } from 'zod'
import type { Db } from '../../store/database/db.ts'

/** Identifies a request, so that its retry is not carried out again and gets the same answer. */
export interface Idempotent {
  readonly apiKeyId: string
  readonly key: string
  readonly requestHash: string
}

/**
 * What is stored of an answer for retries (ids and numbers only), and how the answer is rebuilt
 * from it.
 */
export interface StoredAnswer<A, K> {
  readonly schema: z.ZodType<K>
  readonly keep: (answer: A) => K
  readonly again: (kept: K, tx: Db) => A | Promise<A>
}

/** The same, serialised for storage. */
export interface Retries<A> {
  readonly keep: (answer: A) => string
  readonly again: (kept: string, tx: Db) => Promise<A>
}

export function retries<A, K>({ schema, keep, again }: StoredAnswer<A, K>): Retries<A> {
  return {
    keep: (answer) => JSON.stringify(keep(answer)),
    again: async (kept, tx) => again(schema.parse(JSON.parse(kept)), tx),
  }
}
