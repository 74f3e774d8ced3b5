import { sql, type RawBuilder } from 'kysely'
import { patternOfName } from '../domain/search/patterns.ts'
import { sourceToken } from '../domain/search/source-token.ts'
import { stemOf } from '../domain/search/stems.ts'
import { searchTerms, type SearchTerm } from '../domain/search/terms.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Db } from './database/db.ts'
import { findsAny } from './finds-any.ts'
import {
  findNamings,
  findPartNamings,
  type NamedSource,
  type Naming,
  type PartNaming,
  type Span,
} from './named-sources.ts'
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

/**
 * What a text asks for; undefined if it contains nothing searchable. Names of sources find what they
 * say and what is about them: whole names and last names always, other parts of names if there is
 * nothing else.
 */
export async function findSearch(db: Db, text: string): Promise<Search | undefined> {
  const { wanted, excluded } = splitTerms(text)
  if (wanted.length === 0) return undefined
  const namings = await findNamings(db, wanted)
  const parts = await findPartNamings(db, wanted)
  const meant = new Set([
    ...namings.flatMap(({ source }) => source.ids),
    ...parts.flatMap(({ all }) => all),
  ])
  const without = await excludedQueries(db, excluded, wanted, meant)
  const search = searchFor(wanted, namings, lastNames(parts), without)
  if (parts.length === 0 || (await findsAny(db, search.query))) return search
  const anyParts = parts.map(({ from, to, all }) => ({ from, to, ids: all }))
  return searchFor(wanted, namings, anyParts, without)
}

type Bearing = Span & { readonly ids: readonly string[] }

function lastNames(parts: readonly PartNaming[]): readonly Bearing[] {
  return parts.map(({ from, to, persons }) => ({ from, to, ids: persons }))
}

function searchFor(
  wanted: readonly SearchTerm[],
  namings: readonly Naming[],
  parts: readonly Bearing[],
  without: readonly string[],
): Search {
  const here = wanted.map((_, nth) => {
    const isHere = ({ from, to }: Span) => from <= nth && nth < to
    return {
      named: namings.find(isHere)?.source,
      partly: parts.filter(isHere).flatMap(({ ids }) => ids),
    }
  })
  const queries = wanted.map((term, nth) => {
    const { named, partly = [] } = here[nth] ?? {}
    return anyOf([termQuery(term), ...(named ? namedQueries(named) : []), ...bearers(partly)])
  })
  const { typed, inOrder, ...search } = searchOf(wanted, allOf(queries, without))
  // What a source says, and what is about it, has all words of its name, and comes before texts with them.
  const bearing = namings.map(({ source }) => anyOf(bearers(source.ids)))
  const whole = namings.find(({ from, to }) => to - from === wanted.length)?.source
  return {
    ...search,
    typed: [
      ...typed.map((each, nth) => anyOf([each, ...bearers(here[nth]?.named?.ids ?? [])])),
      ...bearing,
    ],
    inOrder: inOrder && whole ? anyOf([inOrder, ...bearers(whole.ids)]) : inOrder,
  }
}

/** Who excludes one name of a source and asks for another one means the word. */
async function excludedQueries(
  db: Db,
  excluded: readonly SearchTerm[],
  wanted: readonly SearchTerm[],
  meant: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (excluded.length === 0) return []
  const namings = (await findNamings(db, excluded)).filter(
    ({ source }) => !source.ids.some((id) => meant.has(id)),
  )
  return excluded.map((term, nth) => {
    const named = namings.find(({ from, to }) => from <= nth && nth < to)
    return anyOf([excludedQuery(term, wanted), ...(named ? namedQueries(named.source) : [])])
  })
}

/** What is excluded: a word with its inflections, unless these share a stem with a word that is wanted. */
function excludedQuery(term: SearchTerm, wanted: readonly SearchTerm[]): string {
  const stems = new Set(wanted.flatMap(stemsIn))
  return stemsIn(term).some((stem) => stems.has(stem)) ? typedQuery(term) : termQuery(term)
}

function stemsIn({ runs }: SearchTerm): readonly string[] {
  return runs.flatMap((run) => (run.kind === 'word' ? (stemOf(run.word) ?? []) : []))
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

function namedQueries({ names, ids }: NamedSource): string[] {
  return [...names.map((name) => patternQuery(patternOfName(name))), ...bearers(ids)]
}

/** What sources say, and what is about them. */
function bearers(ids: readonly string[]): string[] {
  return ids.map((id) => patternQuery([{ token: sourceToken(id), offset: 0 }]))
}
