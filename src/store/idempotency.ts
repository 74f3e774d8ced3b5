import type { Db } from './database/db.ts'

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

export async function insertAnswer(
  tx: Db,
  {
    apiKeyId,
    key,
    at,
    requestHash,
    kept,
  }: StoredAnswer & { apiKeyId: string; key: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('idempotency')
    .values({ api_key_id: apiKeyId, key, request_hash: requestHash, body: kept, created_at: at })
    .execute()
}
