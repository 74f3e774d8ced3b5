import { sql } from 'kysely'
import { listAt, wordAt, type Words } from '../domain/words.ts'
import type { Db } from './db.ts'
import { indexClaims, indexReports, indexSources } from './search-index.ts'

/** So many objects are in memory at once. */
const batchSize = 1000

/**
 * Makes what finds claims, sources and reports from their words again. A change of what a text is
 * found by needs it; what has no words, because they were removed, is found by none.
 */
export async function remakeSearch(tx: Db): Promise<void> {
  await sql`delete from claim_search`.execute(tx)
  await sql`delete from source_alias`.execute(tx)
  await sql`delete from report_page`.execute(tx)
  for await (const claims of objectsOf(tx, 'claim'))
    await indexClaims(
      tx,
      claims.map(({ id, words }) => ({
        id,
        text: wordAt(words, '/text'),
        texts: listAt(words, '/texts', '/text').map((text) => ({ text })),
      })),
    )
  for await (const sources of objectsOf(tx, 'source'))
    await indexSources(
      tx,
      sources.map(({ id, seq, words }) => ({
        id,
        seq,
        name: wordAt(words, '/name'),
        names: listAt(words, '/names', '/name').map((name) => ({ name })),
        aliases: listAt(words, '/aliases'),
      })),
    )
  for await (const reports of objectsOf(tx, 'report'))
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

interface Worded {
  readonly id: string
  /** Of the event that says its words. */
  readonly seq: number
  readonly words: Words
}

/** All of a noun that have words, batch by batch. */
async function* objectsOf(tx: Db, noun: 'claim' | 'source' | 'report'): AsyncGenerator<Worded[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Worded>`
      select object.id, object.content_seq as seq, (
        select json_object_agg(words.field, words.body) from words
        where words.seq = object.content_seq
      ) as words
      from (
        select id, content_seq from ${sql.table(noun)}
        where id > ${after}::uuid order by id limit ${batchSize}
      ) as object
      order by object.id
    `.execute(tx)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    // Of a removed one there are none.
    yield rows.filter(({ words }) => words !== null)
  }
}
