import { sql, type RawBuilder } from 'kysely'
import { searchTerms, termOf, tokenSpace } from '../domain/search-terms.ts'
import { isHalfPair } from '../domain/search-tokens.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Db } from './database/db.ts'
import { estimateRows } from './estimate.ts'
import { kindFacet, languageFacet, pageHash } from './search-index.ts'

/**
 * A search as a tsquery: every word, or another name of a source that the search names. Undefined
 * if it contains nothing searchable.
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

/** The words of a search as a tsquery that requires all of them, without other names. */
export function wordsQuery(text: string): string {
  return searchTerms(text)
    .map(({ bare }) => anyOf([bare]))
    .join(' & ')
}

/** The planner's estimate of how many claims a query finds. */
export async function estimateFound(db: Db, query: string): Promise<number> {
  return estimateRows(db, sql`select from claim_search where tokens @@ ${query}::tsquery`)
}

/** The claims with the words of a search. */
export interface FoundWords {
  /** Of a row of `claim_search`. */
  readonly condition: RawBuilder<unknown>
  /** A statement that finds all of them. */
  readonly all: RawBuilder<unknown>
  /**
   * A statement that finds so many of them at most, without those of other kinds, languages and
   * speakers.
   */
  readonly claims: (atMost: number) => RawBuilder<unknown>
  /** Whether the planner knows how many these are: it takes words and facets for independent. */
  readonly isEstimable: boolean
}

interface Facets {
  readonly kind?: readonly ClaimKind[] | undefined
  readonly textLang?: readonly string[] | undefined
  /** Ids as entered. */
  readonly speaker?: readonly string[] | undefined
}

/** Words and facets share an index, so that few matches of common ones are found. */
export function foundWords(query: string, { kind, textLang, speaker }: Facets): FoundWords {
  const kinds = kind?.map(kindFacet) ?? null
  const languages = textLang?.map(languageFacet) ?? null
  const speakers = speaker ?? null
  const condition = sql`claim_search.tokens @@ ${query}::tsquery`
  return {
    condition,
    all: sql`select claim_id from claim_search where ${condition}`,
    isEstimable: !kinds && !languages && !speakers && !/&|<->/.test(query),
    claims: (atMost) => sql`
      select claim_id from claims_with_words(
        ${query}::tsquery, ${kinds}::text[], ${languages}::text[], ${speakers}::text[],
        ${atMost}::integer
      )
    `,
  }
}

/** The reports that have a page as their address or archived copy. */
export async function findReportsAt(db: Db, page: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(report.merged_into, report.id) as id
    from report_page join report
      on report.id = report_page.report_id and report.content_seq = report_page.seq
    where report_page.page = ${pageHash(page)} and report.voided_at is null
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** For each term that names a source: every name of that source, including the term. */
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

/** Tokens are only letters and digits, so they contain no operators. */
function anyOf(terms: readonly string[]): string {
  return `(${terms.map((term) => `(${phraseOf(term)})`).join(' | ')})`
}

/** A single Korean syllable, or a similar character, matches every pair that begins with it. */
function phraseOf(term: string): string {
  if (isHalfPair(term)) return `'${term}':*`
  return term
    .split(tokenSpace)
    .map((token) => `'${token}'`)
    .join(' <-> ')
}
