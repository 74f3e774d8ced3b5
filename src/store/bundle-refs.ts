import { objectNouns } from '../domain/nouns.ts'
import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { insertRows } from './database/rows.ts'

/** The namespace of refs. Several keys may use the same name for different refs. */
export interface Namespace {
  /** The id of the key that it belongs to; null for the service itself. */
  readonly owner: string | null
  readonly name: string
}

/** The object of a `ref` in a namespace, and a hash of the line that created it. */
export interface BundleRef {
  readonly ref: string
  readonly type: string
  readonly object: string
  readonly contentHash: Buffer
  /** Whether the words of the object were removed. */
  readonly isRedacted: boolean
}

export async function findBundleRefs(
  db: Db,
  { owner, name }: Namespace,
  refs: readonly string[],
): Promise<Map<string, BundleRef>> {
  const { rows } = await sql<BundleRef>`
    select ref, type, object, content_hash as "contentHash", false as "isRedacted"
    from bundle_ref
    where owner = ${ownerId(owner)}::uuid and namespace = ${name}
      and ref = any(${refs}::text[]) and salt is null
    union all
    select asked.ref, type, object, content_hash, true
    from bundle_ref join unnest(${refs}::text[]) as asked (ref)
      on bundle_ref.ref = encode(sha256(salt || convert_to(asked.ref, 'UTF8')), 'hex')
    where owner = ${ownerId(owner)}::uuid and namespace = ${name} and salt is not null
  `.execute(db)
  return new Map(rows.map((row) => [row.ref, row]))
}

export async function insertBundleRefs(
  tx: Db,
  { owner, name }: Namespace,
  refs: readonly BundleRef[],
): Promise<void> {
  await insertRows(
    tx,
    'bundle_ref',
    refs.map(({ ref, type, object, contentHash }) => ({
      owner: ownerId(owner),
      namespace: name,
      ref,
      type,
      object,
      content_hash: contentHash,
    })),
  )
}

/** A known ref with its new content, and the event by which it amended its object, if it did. */
export interface ResentRef {
  readonly ref: string
  readonly contentHash: Buffer
  readonly seq: number | null
}

export async function updateBundleRefs(
  tx: Db,
  { owner, name }: Namespace,
  resent: readonly ResentRef[],
): Promise<void> {
  if (resent.length === 0) return
  await sql`
    update bundle_ref set
      content_hash = resent.hash, content_seq = coalesce(resent.seq, content_seq)
    from unnest(
      ${resent.map(({ ref }) => ref)}::text[],
      ${resent.map(({ contentHash }) => contentHash)}::bytea[],
      ${resent.map(({ seq }) => seq)}::bigint[]
    ) as resent (ref, hash, seq)
    where owner = ${ownerId(owner)}::uuid and namespace = ${name} and bundle_ref.ref = resent.ref
  `.execute(tx)
}

/** The objects of some refs whose content was last set by something other than that ref. */
export async function listAmendedByOthers(
  db: Db,
  { owner, name }: Namespace,
  refs: readonly string[],
): Promise<Set<string>> {
  const nouns = objectNouns.map(
    (noun) => sql`
      select bundle_ref.object from bundle_ref join ${sql.table(noun)} as noun on noun.id = object
      where owner = ${ownerId(owner)}::uuid and namespace = ${name} and ref = any(${refs}::text[])
        and noun.content_seq <> coalesce(
          bundle_ref.content_seq, (select min(seq) from event where event.object = noun.id)
        )
    `,
  )
  const { rows } = await sql<{ object: string }>`${sql.join(nouns, sql` union all `)}`.execute(db)
  return new Set(rows.map(({ object }) => object))
}

const nobody = '00000000-0000-0000-0000-000000000000'

function ownerId(owner: string | null): string {
  return owner ?? nobody
}
