import { sql } from 'kysely'
import type { Db } from './db.ts'
import { insertRows } from './rows.ts'

/** What a `ref` of a namespace stands for, and a hash of the line that made it. */
export interface BundleRef {
  readonly ref: string
  readonly type: string
  readonly object: string
  readonly contentHash: Buffer
  /** Whether the words of what it stands for were removed. */
  readonly isRedacted: boolean
}

export async function findBundleRefs(
  db: Db,
  namespace: string,
  refs: readonly string[],
): Promise<Map<string, BundleRef>> {
  const { rows } = await sql<BundleRef>`
    select ref, type, object, content_hash as "contentHash", false as "isRedacted"
    from bundle_ref
    where namespace = ${namespace} and ref = any(${refs}::text[]) and salt is null
    union all
    select asked.ref, type, object, content_hash, true
    from bundle_ref join unnest(${refs}::text[]) as asked (ref)
      on bundle_ref.ref = encode(sha256(salt || convert_to(asked.ref, 'UTF8')), 'hex')
    where namespace = ${namespace} and salt is not null
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
    refs.map(({ ref, type, object, contentHash }) => ({
      namespace,
      ref,
      type,
      object,
      content_hash: contentHash,
    })),
  )
}
