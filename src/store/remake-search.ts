import { sql, type RawBuilder } from 'kysely'
import type { ClaimEntry, SourceEntry } from '../domain/entries.ts'
import { listAt, wordAt, type Words } from '../domain/words.ts'
import type { Db } from './database/db.ts'
import { indexNames } from './name-search.ts'
import { indexAliases, indexClaims, indexReports, indexSources } from './search-index.ts'
import { remakeFigures } from './unindexed-figures.ts'
import { loadNames } from './unindexed-names.ts'

/** How many objects are in memory at once. */
const batchSize = 1000

/**
 * Rebuilds the search indexes of claims, sources, reports, stories and quotes from their words, as needed
 * when indexing changes. Redacted objects get no entries.
 */
export async function remakeSearch(tx: Db): Promise<void> {
  await sql`delete from claim_search`.execute(tx)
  await sql`delete from source_alias`.execute(tx)
  await sql`delete from source_key`.execute(tx)
  await sql`delete from report_page`.execute(tx)
  await remakeNames(tx)
  await remakeFigures(tx)
  for await (const claims of objectsOf<WordedClaim>(tx, 'claim', claimKeys))
    await indexClaims(tx, claims.map(indexedClaim))
  for await (const sources of objectsOf<NamedSource>(tx, 'source', sourceKeys))
    await indexSources(tx, sources.map(indexedSource))
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

/** Indexes the words of some claims again. */
export async function reindexClaims(tx: Db, ids: readonly string[]): Promise<void> {
  const claims = await loadWorded<WordedClaim>(tx, 'claim', claimKeys, amongIds(ids))
  await indexClaims(tx, claims.filter(hasWords).map(indexedClaim))
}

/** Indexes the names of some sources again. */
export async function reindexAliases(tx: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from source_alias where source_id = any(${ids}::uuid[])`.execute(tx)
  const sources = await loadWorded<NamedSource>(tx, 'source', sourceKeys, amongIds(ids))
  await indexAliases(tx, sources.filter(hasWords).map(indexedSource))
}

function amongIds(ids: readonly string[]): RawBuilder<unknown> {
  return sql`id = any(${ids}::uuid[])`
}

const claimKeys = sql`
  object.kind, object.lang, object.speaker_id as speaker, object.asserted_at as "assertedAt", array(
    select source_id from claim_about
    where claim_id = object.id and claim_about.seq = object.content_seq
  ) as about
`

const sourceKeys = sql`object.wikidata_id as "wikidataId"`

function indexedClaim({ words, ...claim }: WordedClaim) {
  return {
    ...claim,
    text: wordAt(words, '/text'),
    texts: listAt(words, '/texts', '/text').map((text) => ({ text })),
  }
}

function indexedSource({ words, ...source }: NamedSource) {
  return {
    ...source,
    name: wordAt(words, '/name'),
    names: listAt(words, '/names', '/name').map((name) => ({ name })),
    aliases: listAt(words, '/aliases'),
    url: words['/url'] ?? null,
  }
}

async function remakeNames(tx: Db): Promise<void> {
  await sql`delete from name_search`.execute(tx)
  await sql`delete from name_search_missing`.execute(tx)
  for (const type of ['source', 'report', 'story', 'citation'] as const)
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

type WordedClaim = Worded & Pick<ClaimEntry, 'kind' | 'lang' | 'speaker' | 'about' | 'assertedAt'>

interface NamedSource extends Worded {
  readonly wikidataId: SourceEntry['wikidataId']
}

type WordedNoun = 'claim' | 'source' | 'report' | 'story' | 'citation'

/** All objects of a noun that have words, batch by batch, with their other search keys. */
async function* objectsOf<T extends Worded>(
  tx: Db,
  noun: WordedNoun,
  more: RawBuilder<unknown>,
): AsyncGenerator<T[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const some = sql`id > ${after}::uuid order by id limit ${batchSize}`
    const rows = await loadWorded<T>(tx, noun, more, some)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.filter(hasWords)
  }
}

/** Redacted objects have none. */
function hasWords({ words }: { readonly words: Words | null }): boolean {
  return words !== null
}

async function loadWorded<T extends Worded>(
  tx: Db,
  noun: WordedNoun,
  more: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<T[]> {
  const { rows } = await sql<T>`
    select object.id, object.content_seq as seq, ${more}, (
      select json_object_agg(words.field, words.body) from words
      where words.seq = object.content_seq
    ) as words
    from (select * from ${sql.table(noun)} where ${which}) as object
    order by object.id
  `.execute(tx)
  return rows
}
