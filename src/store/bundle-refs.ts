import { sql } from 'kysely'
import type { Db } from './db.ts'
import { insertRows } from './rows.ts'

/** What a `ref` of a namespace stands for, and a hash of the line that made it. */
export interface BundleRef {
  readonly ref: string
  readonly type: string
  readonly object: string
  readonly contentHash: Buffer
}

export async function findBundleRefs(
  db: Db,
  namespace: string,
  refs: readonly string[],
): Promise<Map<string, BundleRef>> {
  const { rows } = await sql<BundleRef>`
    select ref, type, object, content_hash as "contentHash" from bundle_ref
    where namespace = ${namespace} and ref = any(${refs}::text[])
  `.execute(db)
  return new Map(rows.map((row) => [row.ref, row]))
}

export async function insertBundleRefs(
  tx: Db,
  namespace: string,
  refs: readonly BundleRef[],
): Promise<void> {
  await insertRows(
    tx,
    'bundle_ref',
    refs.map(({ contentHash, ...ref }) => ({ namespace, ...ref, content_hash: contentHash })),
  )
}
