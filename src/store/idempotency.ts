import type { Db } from './db.ts'

/** A write's answer, kept for its retries. */
export interface StoredAnswer {
  readonly requestHash: string
  readonly status: number
  readonly body: string
}

export async function findAnswer(
  db: Db,
  apiKeyId: string,
  key: string,
): Promise<StoredAnswer | undefined> {
  return db
    .selectFrom('idempotency')
    .select(['request_hash as requestHash', 'status', 'body'])
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
    status,
    body,
  }: StoredAnswer & { apiKeyId: string; key: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('idempotency')
    .values({ api_key_id: apiKeyId, key, request_hash: requestHash, status, body, created_at: at })
    .execute()
}
