import { sql } from 'kysely'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from '../database/db.ts'
import { sourceRef, type SourceRef } from '../source-ref.ts'

/** A source or story that claims are counted by. Its name is null if its words were removed. */
export interface NamedValue {
  readonly id: string
  readonly slug: string
  readonly name: string | null
}

/** Some sources and stories by id. */
export async function loadNamedValues(
  db: Db,
  {
    sources,
    stories,
  }: { readonly sources: readonly string[]; readonly stories: readonly string[] },
  lang: DisplayLanguage,
): Promise<ReadonlyMap<string, NamedValue>> {
  const [named, titled] = await Promise.all([
    sql<{ ref: SourceRef }>`
      select ${sourceRef('asked.id', lang)} as ref from unnest(${sources}::uuid[]) as asked (id)
    `.execute(db),
    sql<NamedValue>`
      select story.id, story.slug, coalesce(
        (
          select body from words
          where words.seq = story.content_seq and field = '/titles/' || place - 1 || '/title'
        ),
        (select body from words where words.seq = story.content_seq and field = '/title')
      ) as name
      from story cross join lateral array_position(title_langs::text[], ${lang}) as place
      where story.id = any(${stories}::uuid[]) and story.voided_at is null
    `.execute(db),
  ])
  const all: NamedValue[] = [...named.rows.map(({ ref }) => ref), ...titled.rows]
  return new Map(all.map(({ id, slug, name }) => [id, { id, slug, name }]))
}
