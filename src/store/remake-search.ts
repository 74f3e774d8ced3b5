import { sql, type RawBuilder } from 'kysely'
import type { ClaimEntry, SourceEntry } from '../domain/entries.ts'
import { listAt, wordAt, type Words } from '../domain/words.ts'
import type { Db } from './database/db.ts'
import { indexNames } from './name-search.ts'
import { indexClaims, indexReports, indexSources } from './search-index.ts'
import { remakeFigures } from './unindexed-figures.ts'
import { loadNames } from './unindexed-names.ts'

/** How many objects are in memory at once. */
const batchSize = 1000

/**
 * Rebuilds the search indexes of claims, sources, reports and stories from their words, as needed
 * when indexing changes. Redacted objects get no entries.
 */
export async function remakeSearch(tx: Db): Promise<void> {
  await sql`delete from claim_search`.execute(tx)
  await sql`delete from source_alias`.execute(tx)
  await sql`delete from source_key`.execute(tx)
  await sql`delete from report_page`.execute(tx)
  await remakeNames(tx)
  await remakeFigures(tx)
  for await (const claims of objectsOf<WordedClaim>(
    tx,
    'claim',
    sql`object.kind, object.lang, object.speaker_id as speaker, object.asserted_at as "assertedAt"`,
  ))
    await indexClaims(
      tx,
      claims.map(({ id, words, kind, lang, speaker, assertedAt }) => ({
        id,
        kind,
        lang,
        speaker,
        assertedAt,
        text: wordAt(words, '/text'),
        texts: listAt(words, '/texts', '/text').map((text) => ({ text })),
      })),
    )
  for await (const sources of objectsOf<NamedSource>(
    tx,
    'source',
    sql`object.wikidata_id as "wikidataId"`,
  ))
    await indexSources(
      tx,
      sources.map(({ id, seq, words, wikidataId }) => ({
        id,
        seq,
        name: wordAt(words, '/name'),
        names: listAt(words, '/names', '/name').map((name) => ({ name })),
        aliases: listAt(words, '/aliases'),
        url: words['/url'] ?? null,
        wikidataId,
      })),
    )
  for await (const reports of objectsOf<Worded>(tx, 'report', sql`null`))
    await indexReports(
      tx,
      reports.map(({ id, seq, words }) => ({
        id,
        seq,
        url: words['/url'] ?? null,
        archiveUrl: words['/archiveUrl'] ?? null,
      })),
    )
}

async function remakeNames(tx: Db): Promise<void> {
  await sql`delete from name_search`.execute(tx)
  await sql`delete from name_search_missing`.execute(tx)
  for (const type of ['source', 'report', 'story'] as const)
    for await (const named of objectsOf<Worded>(tx, type, sql`null`))
      await indexNames(
        tx,
        await loadNames(
          tx,
          named.map(({ id }) => ({ object: id, type })),
        ),
      )
}

interface Worded {
  readonly id: string
  /** The event that has its words. */
  readonly seq: number
  readonly words: Words
}

type WordedClaim = Worded & Pick<ClaimEntry, 'kind' | 'lang' | 'speaker' | 'assertedAt'>

interface NamedSource extends Worded {
  readonly wikidataId: SourceEntry['wikidataId']
}

/** All objects of a noun that have words, batch by batch, with their other search keys. */
async function* objectsOf<T extends Worded>(
  tx: Db,
  noun: 'claim' | 'source' | 'report' | 'story',
  more: RawBuilder<unknown>,
): AsyncGenerator<T[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<T>`
      select object.id, object.content_seq as seq, ${more}, (
        select json_object_agg(words.field, words.body) from words
        where words.seq = object.content_seq
      ) as words
      from (
        select * from ${sql.table(noun)}
        where id > ${after}::uuid order by id limit ${batchSize}
      ) as object
      order by object.id
    `.execute(tx)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    // Redacted objects have none.
    yield rows.filter(({ words }) => words !== null)
  }
}
