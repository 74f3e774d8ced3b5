import { sql } from 'kysely'
import type { SourceKind } from '../domain/kinds.ts'
import { patternsInNames } from '../domain/search/patterns.ts'
import { textOf, type Run } from '../domain/search/runs.ts'
import type { SearchTerm } from '../domain/search/terms.ts'
import type { Db } from './database/db.ts'
import { allOf, anyOf, patternQuery } from './text-query.ts'

/** What some words of a search stand for: the other names, and whose claims are found by it. */
export interface NamedSource {
  readonly names: readonly string[]
  readonly ids: readonly string[]
}

/** The words of a search from one place to another, without the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Naming = Span & { readonly source: NamedSource }

/** How many words a name has at most that is only a part of a search. */
const wordsMax = 4

/**
 * The words of a search that name sources, each word once: "Halden Steel 해고" and 현대 자동차 노조 name
 * one each. Longer names take precedence.
 */
export async function findNamings(db: Db, terms: readonly SearchTerm[]): Promise<Naming[]> {
  const spans = spansOf(terms)
  const asked = new Map(spans.map((span) => [span, namesIn(terms.slice(span.from, span.to))]))
  const named = await loadNamed(db, [...new Set([...asked.values()].flat())])
  const namings: Naming[] = []
  for (const [span, names] of asked) {
    const source = names.flatMap((name) => named.get(name) ?? [])[0]
    const isTaken = namings.some(({ from, to }) => span.from < to && from < span.to)
    if (source && !isTaken) namings.push({ ...span, source })
  }
  return namings
}

/** Longest first; what is quoted is a name of its own. */
function spansOf(terms: readonly SearchTerm[]): Span[] {
  const spans: Span[] = [{ from: 0, to: terms.length }]
  for (let length = Math.min(wordsMax, terms.length - 1); length > 0; length -= 1)
    for (let from = 0; from + length <= terms.length; from += 1)
      spans.push({ from, to: from + length })
  return spans.filter(
    ({ from, to }) => to - from === 1 || !terms.slice(from, to).some(({ isPhrase }) => isPhrase),
  )
}

/** By what names some terms may mean a source: as typed, without particles, and without spaces. */
function namesIn(terms: readonly SearchTerm[]): readonly string[] {
  const last = terms.at(-1)
  const runs = terms.flatMap((term) => term.runs)
  const bare = [...terms.slice(0, -1).flatMap((term) => term.runs), ...(last?.bare ?? [])]
  const keys = [runs, bare].map((each) => each.map(textOf).join(' '))
  return terms.length > 1 ? [...keys, ...[runs, bare].map(withoutSpaces)] : keys
}

/** 현대 자동차 is called 현대자동차. */
function withoutSpaces(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      const before = runs[index - 1]
      const isGlued = run.kind === 'syllables' && before?.kind === 'syllables'
      return isGlued || index === 0 ? textOf(run) : ` ${textOf(run)}`
    })
    .join('')
}

/** For each name of sources: all of their names, and the ids that claims may name. */
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

/** Sources that some words of a search name in part. */
export interface PartNaming extends Span {
  /** Persons whose last name these words are. */
  readonly persons: readonly string[]
  /** All whose names have these words, in any order. */
  readonly all: readonly string[]
}

/** Words that more sources have in their names are no names. */
const namedInPartMax = 20

/** The words of a search that are a part of names: 올슨 of 카리 올슨, Halden of Halden Steel. */
export async function findPartNamings(
  db: Db,
  terms: readonly SearchTerm[],
): Promise<readonly PartNaming[]> {
  const spans = spansOf(terms).filter(
    ({ from, to }) => to - from <= wordsMax && !terms[from]?.isPhrase,
  )
  const queries = spans.map(({ from, to }) => allOf(terms.slice(from, to).map(inNames), []))
  const { rows } = await sql<{ nth: number; kind: SourceKind; ids: string[]; names: string[] }>`
    select asked.nth::integer as nth, named.kind, array_agg(distinct entry.id) as ids,
      array_agg(distinct alias.tokens) as names
    from unnest(${queries}::text[]) with ordinality as asked (query, nth)
    cross join lateral (
      select object
      from named_with_words('source', asked.query::tsquery, ${sql.lit(namedInPartMax + 1)})
    ) as found
    join source as named on named.id = found.object and named.voided_at is null
    join source as entry on entry.id = coalesce(named.merged_into, named.id)
      or entry.merged_into = coalesce(named.merged_into, named.id)
    join source_alias as alias on alias.source_id = entry.id and alias.seq = entry.content_seq
    group by asked.nth, named.id, named.kind
  `.execute(db)
  const found = Map.groupBy(rows, ({ nth }) => nth - 1)
  return spans.flatMap((span, nth) => {
    const sources = found.get(nth) ?? []
    if (sources.length === 0 || sources.length > namedInPartMax) return []
    const keys = namesIn(terms.slice(span.from, span.to))
    const isLast = (name: string) => keys.some((key) => name === key || name.endsWith(` ${key}`))
    const persons = sources.filter(({ kind, names }) => kind === 'person' && names.some(isLast))
    return [{ ...span, persons: idsOf(persons), all: idsOf(sources) }]
  })
}

function idsOf(sources: readonly { readonly ids: readonly string[] }[]): readonly string[] {
  return [...new Set(sources.flatMap(({ ids }) => ids))]
}

/** What has a term in its name, as whole words. */
function inNames({ bare, runs }: SearchTerm): string {
  return anyOf(patternsInNames(bare.length > 0 ? bare : runs).map(patternQuery))
}
