import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { insertRows } from './database/rows.ts'

/** What is stored of a write's answer for its retries. */
export interface StoredAnswer {
  readonly requestHash: string
  readonly kept: string
}

export async function findAnswer(
  db: Db,
  apiKeyId: string,
  key: string,
): Promise<StoredAnswer | undefined> {
  return db
    .selectFrom('idempotency')
    .select(['request_hash as requestHash', 'body as kept'])
    .where('api_key_id', '=', apiKeyId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** An answer to store, and the key of its request. */
export type KeptAnswer = StoredAnswer & { apiKeyId: string; key: string; at: Date }

export async function insertAnswers(tx: Db, answers: readonly KeptAnswer[]): Promise<void> {
  await insertRows(
    tx,
    'idempotency',
    answers.map(({ apiKeyId, key, at, requestHash, kept }) => {
      return { api_key_id: apiKeyId, key, request_hash: requestHash, body: kept, created_at: at }
    }),
  )
}

/** Which of some requests were answered before, by their places in the list. */
export async function findAnswered(
  db: Db,
  requests: readonly { readonly apiKeyId: string; readonly key: string }[],
): Promise<ReadonlySet<number>> {
  if (requests.length === 0) return new Set()
  const { rows } = await sql<{ place: number }>`
    select place from unnest(
      ${requests.map(({ apiKeyId }) => apiKeyId)}::uuid[], ${requests.map(({ key }) => key)}::text[]
    ) with ordinality as request (api_key_id, key, place)
    join idempotency using (api_key_id, key)
  `.execute(db)
  return new Set(rows.map(({ place }) => place - 1))
}
