import type { SourceEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { insertRows, startDate, type Numbered } from './database/rows.ts'

export async function insertSources(
  tx: Db,
  at: Date,
  sources: readonly Numbered<SourceEntry>[],
): Promise<void> {
  const rows = sources.map((source) => ({
    id: source.id,
    ...sourceContent(source),
    version: 1,
    recorded_at: at,
  }))
  await Promise.all([insertRows(tx, 'source', rows), insertAffiliations(tx, sources)])
}

/** The columns that an amendment sets. */
export function sourceContent({ slug, kind, wikidataId, names, seq }: Numbered<SourceEntry>) {
  return {
    slug,
    kind,
    wikidata_id: wikidataId,
    name_langs: names.map(({ lang }) => lang),
    content_seq: seq,
  }
}

export async function insertAffiliations(
  tx: Db,
  sources: readonly Numbered<SourceEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'affiliation',
    sources.flatMap(({ id, seq, affiliations }) =>
      affiliations.map(({ relation, source, from, to }, position) => ({
        seq,
        position,
        source_id: id,
        relation,
        to_id: source,
        from_date: from,
        until_date: to,
        from_start: startDate(from),
        until_start: startDate(to),
      })),
    ),
  )
}
