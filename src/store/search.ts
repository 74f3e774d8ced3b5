import { sql } from 'kysely'
import { searchTerms, termOf, tokenSpace } from '../domain/search-terms.ts'
import { isHalfPair } from '../domain/search-tokens.ts'
import type { Db } from './database/db.ts'
import { estimateRows } from './estimate.ts'
import { pageHash } from './search-index.ts'

/**
 * A search as a tsquery: every word, or any other name of the source that it names. Undefined when
 * nothing of it can be looked for.
 */
export async function findSearchQuery(db: Db, text: string): Promise<string | undefined> {
  const whole = termOf(text)
  const terms = searchTerms(text)
  if (terms.length === 0) return undefined
  const aliases = await loadAliases(db, [
    whole,
    ...terms.flatMap(({ typed, bare }) => [typed, bare]),
  ])
  const named = aliases.get(whole)
  if (named) return anyOf(named)
  return terms
    .map(({ typed, bare }) => anyOf(aliases.get(typed) ?? aliases.get(bare) ?? [bare]))
    .join(' & ')
}

/** The words of a search as a tsquery, all of them, and no other names for any. */
export function wordsQuery(text: string): string {
  return searchTerms(text)
    .map(({ bare }) => anyOf([bare]))
    .join(' & ')
}

/** About how many claims a query finds, as the database's statistics have it. */
export async function estimateFound(db: Db, query: string): Promise<number> {
  return estimateRows(db, sql`select from claim_search where tokens @@ ${query}::tsquery`)
}

/** The reports that a page is an address or an archived copy of. */
export async function findReportsAt(db: Db, page: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(report.merged_into, report.id) as id
    from report_page join report
      on report.id = report_page.report_id and report.content_seq = report_page.seq
    where report_page.page = ${pageHash(page)} and report.voided_at is null
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Of each of some terms that names a source: every name of that source, itself included. */
async function loadAliases(db: Db, terms: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ term: string; names: string[] }>`
    select named.tokens as term, array_agg(distinct other.tokens) as names
    from source_alias as named
    join source on source.id = named.source_id and source.content_seq = named.seq
    join source as entry on entry.id = coalesce(source.merged_into, source.id)
      or entry.merged_into = coalesce(source.merged_into, source.id)
    join source_alias as other on other.source_id = entry.id and other.seq = entry.content_seq
    where named.tokens = any(${[...new Set(terms)]}::text[]) and source.voided_at is null
    group by named.tokens
  `.execute(db)
  return new Map(rows.map(({ term, names }) => [term, names]))
}

/** Tokens are letters and digits alone, so nothing in them is an operator. */
function anyOf(terms: readonly string[]): string {
  return `(${terms.map((term) => `(${phraseOf(term)})`).join(' | ')})`
}

/** A lone Korean syllable, or its like, finds every pair that it begins. */
function phraseOf(term: string): string {
  if (isHalfPair(term)) return `'${term}':*`
  return term
    .split(tokenSpace)
    .map((token) => `'${token}'`)
    .join(' <-> ')
}
