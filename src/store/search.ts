import { sql, type RawBuilder } from 'kysely'
import { patternOfName } from '../domain/search/patterns.ts'
import { textOf } from '../domain/search/runs.ts'
import { sourceToken } from '../domain/search/source-token.ts'
import { nameKey, searchTerms, type SearchTerm } from '../domain/search/terms.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Db } from './database/db.ts'
import { kindFacet, languageFacet, pageHash } from './search-index.ts'
import { allOf, anyOf, inTypedOrder, patternQuery, termQuery, typedQuery } from './text-query.ts'

/** A search, as PostgreSQL's text search takes it. */
export interface Search {
  /** A tsquery that requires every word, or another name of a source that the search names. */
  readonly query: string
  /** For each word, a tsquery of what was typed, which counts more than what is akin to it. */
  readonly typed: readonly string[]
  /** Requires all words in their order, without others between. */
  readonly inOrder: string | undefined
}

/** What a text asks for; undefined if it contains nothing searchable. */
export async function findSearch(db: Db, text: string): Promise<Search | undefined> {
  const { wanted, excluded } = splitTerms(text)
  if (wanted.length === 0) return undefined
  const whole = nameKey(text)
  const named = await loadNamed(db, [...new Set([whole, ...wanted.flatMap(namesIn)])])
  const wholeName = excluded.length === 0 ? named.get(whole) : undefined
  const queries = wholeName
    ? [anyOf([...namedQueries(wholeName), allOf(wanted.map(termQuery), [])])]
    : wanted.map((term) => {
        const source = namesIn(term).flatMap((name) => named.get(name) ?? [])[0]
        return source ? anyOf([termQuery(term), ...namedQueries(source)]) : termQuery(term)
      })
  return searchOf(wanted, allOf(queries, excluded.map(termQuery)))
}

/** By what names a term may mean a source: as typed, and without particles. */
function namesIn({ runs, bare }: SearchTerm): readonly string[] {
  return [runs, bare].map((each) => each.map(textOf).join(' '))
}

/** The same of words alone, without other names of sources; the text has a word to search for. */
export function searchedBy(text: string): Search {
  const { wanted, excluded } = splitTerms(text)
  return searchOf(wanted, allOf(wanted.map(termQuery), excluded.map(termQuery)))
}

function searchOf(wanted: readonly SearchTerm[], query: string): Search {
  return {
    query,
    typed: wanted.map(typedQuery),
    inOrder: wanted.length > 1 ? inTypedOrder(wanted) : undefined,
  }
}

/** The terms that must occur, and those that must not. */
function splitTerms(text: string) {
  const terms = searchTerms(text)
  return {
    wanted: terms.filter(({ isExcluded }) => !isExcluded),
    excluded: terms.filter(({ isExcluded }) => isExcluded),
  }
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
export function foundWords({ query }: Search, { kind, textLang, speaker }: Facets): FoundWords {
  const kinds = kind?.map(kindFacet) ?? null
  const languages = textLang?.map(languageFacet) ?? null
  const speakers = speaker ?? null
  const condition = sql`claim_search.tokens @@ ${query}::tsquery`
  return {
    condition,
    all: sql`select claim_id from claim_search where ${condition}`,
    isEstimable: !kinds && !languages && !speakers && !/[&<!]/.test(query),
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

/** What a name stands for: the other names, and whose claims are found by it. */
interface NamedSource {
  readonly names: readonly string[]
  readonly ids: readonly string[]
}

function namedQueries({ names, ids }: NamedSource): string[] {
  return [
    ...names.map((name) => patternQuery(patternOfName(name))),
    ...ids.map((id) => patternQuery([{ token: sourceToken(id), offset: 0 }])),
  ]
}

/** For each term that names sources: all of their names, and the ids that claims may name. */
async function loadNamed(db: Db, terms: readonly string[]): Promise<Map<string, NamedSource>> {
  const { rows } = await sql<NamedSource & { term: string }>`
    select named.tokens as term, array_agg(distinct other.tokens) as names,
      array_agg(distinct entry.id) as ids
    from source_alias as named
    join source on source.id = named.source_id and source.content_seq = named.seq
    join source as entry on entry.id = coalesce(source.merged_into, source.id)
      or entry.merged_into = coalesce(source.merged_into, source.id)
    join source_alias as other on other.source_id = entry.id and other.seq = entry.content_seq
    where named.tokens = any(${terms}::text[]) and source.voided_at is null
    group by named.tokens
  `.execute(db)
  return new Map(rows.map(({ term, ...named }) => [term, named]))
}
