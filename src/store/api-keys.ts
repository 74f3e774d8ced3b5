import { sql } from 'kysely'
import type { Scope } from '../domain/actor.ts'
import type { Db } from './database/db.ts'
import type { NewestPosition } from './source-rows.ts'

/** A key as administrators see it, without its secret or hash. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scope: Scope
  readonly isBootstrap: boolean
  readonly createdAt: Date
  readonly expiresAt: Date | null
  /** Precise to the minute. */
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

const columns = [
  'id',
  'name',
  'prefix',
  'scope',
  'is_bootstrap as isBootstrap',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const

/** Returns the key with this hash, unless it is expired or revoked, and records its use. */
export async function useApiKey(
  db: Db,
  hash: Buffer,
): Promise<Pick<ApiKey, 'id' | 'scope'> | undefined> {
  const { rows } = await sql<Pick<ApiKey, 'id' | 'scope'> & { isStale: boolean }>`
    select id, scope,
      last_used_at is null or last_used_at < now() - interval '1 minute' as "isStale"
    from api_key
    where hash = ${hash} and revoked_at is null and (expires_at is null or expires_at > now())
  `.execute(db)
  const [key] = rows
  if (key?.isStale)
    await db
      .updateTable('api_key')
      .set({ last_used_at: sql`now()` })
      .where('id', '=', key.id)
      .execute()
  return key && { id: key.id, scope: key.scope }
}

export async function findApiKey(db: Db, id: string): Promise<ApiKey | undefined> {
  return db.selectFrom('api_key').select(columns).where('id', '=', id).executeTakeFirst()
}

/** All keys ever created, newest first. */
export async function listApiKeys(
  db: Db,
  { after, limit }: { after?: NewestPosition | undefined; limit: number },
): Promise<ApiKey[]> {
  let query = db.selectFrom('api_key').select(columns)
  if (after)
    query = query.where(
      sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    )
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Returns whether the key was inserted. A key that is already in force is left unchanged. */
export async function insertApiKey(
  db: Db,
  key: Pick<ApiKey, 'id' | 'name' | 'prefix' | 'scope' | 'isBootstrap' | 'expiresAt'> & {
    readonly hash: Buffer
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('api_key')
    .values({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      scope: key.scope,
      is_bootstrap: key.isBootstrap,
      expires_at: key.expiresAt,
    })
    .onConflict((conflict) => conflict.column('hash').where('revoked_at', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Returns false if the key does not exist or was revoked before. Expired keys can be revoked. */
export async function revokeApiKey(tx: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_key')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Revokes every bootstrap key, except the one with this hash if a hash is given. Returns the keys
 * that it revoked.
 */
export async function revokeOtherBootstrapKeys(
  tx: Db,
  hash: Buffer | undefined,
): Promise<readonly Pick<ApiKey, 'id' | 'prefix'>[]> {
  const { rows } = await sql<Pick<ApiKey, 'id' | 'prefix'>>`
    update api_key set revoked_at = now()
    where is_bootstrap and revoked_at is null and hash is distinct from ${hash ?? null}::bytea
    returning id, prefix
  `.execute(tx)
  return rows
}
