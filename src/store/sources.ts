import type { SourceEntry } from '../domain/entries.ts'
import type { Db } from './db.ts'
import { insertRows, startDate, type Numbered } from './rows.ts'

export async function insertSources(
  tx: Db,
  at: Date,
  sources: readonly Numbered<SourceEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'source',
    sources.map(({ id, slug, kind, wikidataId, names, seq }) => ({
      id,
      slug,
      kind,
      wikidata_id: wikidataId,
      name_langs: names.map(({ lang }) => lang),
      content_seq: seq,
      recorded_at: at,
      version: 1,
    })),
  )
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
