import { sql } from 'kysely'
import type { Scope } from '../domain/actor.ts'
import type { Db } from './db.ts'

export interface ApiKey {
  readonly id: string
  readonly scope: Scope
}

/** The key with this hash, unless it has expired or was revoked; notes that it was used. */
export async function useApiKey(db: Db, hash: Buffer): Promise<ApiKey | undefined> {
  const { rows } = await sql<ApiKey & { isStale: boolean }>`
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

export async function insertApiKey(
  db: Db,
  key: {
    id: string
    name: string
    prefix: string
    hash: Buffer
    scope: Scope
    isBootstrap: boolean
  },
): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      scope: key.scope,
      is_bootstrap: key.isBootstrap,
    })
    .onConflict((conflict) => conflict.column('hash').where('revoked_at', 'is', null).doNothing())
    .execute()
}

/** Revokes every bootstrap key but one, or all. Returns whether that one is in force already. */
export async function keepBootstrapKey(db: Db, hash: Buffer | undefined): Promise<boolean> {
  const { rows } = await sql<{ isInForce: boolean }>`
    with revoked as (
      update api_key set revoked_at = now()
      where is_bootstrap and revoked_at is null and hash is distinct from ${hash ?? null}::bytea
    )
    select exists (
      select from api_key where is_bootstrap and revoked_at is null and hash = ${hash ?? null}::bytea
    ) as "isInForce"
  `.execute(db)
  return rows[0]?.isInForce ?? false
}
