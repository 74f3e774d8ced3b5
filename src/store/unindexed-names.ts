import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { namesOfAll, type NameRow } from './name-search.ts'

interface Unindexed {
  readonly object: string
  readonly type: NameRow['type']
}

/** Some entries whose names were never indexed; marks them as indexed. */
export async function takeUnindexed(tx: Db, limit: number): Promise<Unindexed[]> {
  const { rows } = await sql<Unindexed>`
    delete from name_search_missing
    where object in (select object from name_search_missing limit ${limit})
    returning object, type
  `.execute(tx)
  return rows
}

/**
 * Finds recent entries that are not indexed: during an upgrade, an older version without the index
 * may still write.
 */
export async function noteUnindexed(tx: Db): Promise<void> {
  for (const type of ['source', 'report', 'story', 'citation'] as const)
    await sql`
      insert into name_search_missing
      select id, ${sql.lit(type)} from ${sql.table(type)} as recent
      where recorded_at > now() - interval '7 days'
        and not exists (select from name_search where object = recent.id)
        and not exists (select from redaction where redaction.object = recent.id)
      on conflict do nothing
    `.execute(tx)
}

/** The current names of some things; redacted things have none. */
export async function loadNames(tx: Db, things: readonly Unindexed[]): Promise<NameRow[]> {
  const { rows } = await sql<Unindexed & { slug: string | null; texts: string[] | null }>`
    select thing.object, thing.type, named.slug, (
      -- In the order of an entry: its name, other names, aliases.
      select array_agg(
        body::text
        order by field ~ '^/aliases', field ~ '/\\d', substring(field from '\\d+')::int
      )
      from words
      where words.seq = named.content_seq and words.field ~ ${namesOfAll}
    ) as texts
    from unnest(
      ${things.map(({ object }) => object)}::uuid[], ${things.map(({ type }) => type)}::text[]
    ) as thing (object, type)
    join (
      select id, slug::text, content_seq from source
      union all select id, null, content_seq from report
      union all select id, slug, content_seq from story
      union all select id, null, content_seq from citation
    ) as named on named.id = thing.object
  `.execute(tx)
  return rows.flatMap(({ object, type, slug, texts }) =>
    texts === null ? [] : [{ object, type, texts, ...(slug !== null && { slug }) }],
  )
}
