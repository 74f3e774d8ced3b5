import { sql, type RawBuilder } from 'kysely'
import type { FacetName } from '../../domain/facets.ts'
import type { ClaimFilters } from '../claim-filters.ts'
import type { Db } from '../database/db.ts'
import { listEntries } from '../merged-lists.ts'

/** The last four bits of the number of a value (db/migrations/0057-facets.sql). */
export const facetCodes: Readonly<Record<FacetName | 'answered', number>> = {
  status: 1,
  kind: 2,
  language: 3,
  year: 4,
  speaker: 5,
  subject: 6,
  story: 7,
  answered: 8,
}

/** Filters that the facets of a claim tell. */
const counted = ['status', 'kind', 'textLang', 'speaker', 'about', 'story', 'answered'] as const

/** Filters that words share an index with, as the list of claims uses it. */
const besideWords: ReadonlySet<keyof ClaimFilters> = new Set(['kind', 'textLang', 'speaker'])

/** Whether the facets of a claim tell all that filters ask of it, but for its words. */
export function areCounted({ matching: _, ...filters }: ClaimFilters): boolean {
  const names: readonly string[] = counted
  return Object.entries(filters).every(([name, value]) => {
    return value === undefined || names.includes(name)
  })
}

/** Conditions on a row of `claim_facets`. */
export interface FacetConditions {
  readonly all: readonly RawBuilder<unknown>[]
  /** Without those that an index of words tells as well. */
  readonly besideWords: readonly RawBuilder<unknown>[]
}

/** What filters require of the facets of a claim. */
export async function facetConditions(db: Db, filters: ClaimFilters): Promise<FacetConditions> {
  const { status, kind, textLang, speaker, about, story, answered } = filters
  const asked = [
    { filter: 'status', code: facetCodes.status, values: status },
    { filter: 'kind', code: facetCodes.kind, values: kind },
    { filter: 'textLang', code: facetCodes.language, values: textLang },
    { filter: 'speaker', code: facetCodes.speaker, values: speaker },
    {
      filter: 'about',
      code: facetCodes.subject,
      values: about && (await listEntries(db, 'source', about)),
    },
    { filter: 'story', code: facetCodes.story, values: story },
    {
      filter: 'answered',
      code: facetCodes.answered,
      values: answered === undefined ? undefined : [String(answered)],
    },
  ] as const
  const given = asked.flatMap(({ filter, code, values }) =>
    values ? [{ filter, code, values }] : [],
  )
  const numbers = await findNumbers(db, given)
  const conditions = given.map(({ filter, code }) => ({
    filter,
    condition: sql`claim_facets.facets && ${numbers.get(code) ?? []}::integer[]`,
  }))
  return {
    all: conditions.map(({ condition }) => condition),
    besideWords: conditions.flatMap(({ filter, condition }) =>
      besideWords.has(filter) ? [] : [condition],
    ),
  }
}

/** The numbers of some values, by code. A value that no claim has has none. */
async function findNumbers(
  db: Db,
  asked: readonly { readonly code: number; readonly values: readonly string[] }[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (asked.length === 0) return new Map()
  const pairs = asked.flatMap(({ code, values }) => values.map((value) => ({ code, value })))
  const { rows } = await sql<{ no: number; code: number }>`
    select no, code from facet
    where (code, value) in (
      select code, value
      from unnest(${pairs.map(({ code }) => code)}::smallint[], ${pairs.map(({ value }) => value)}::text[])
        as asked (code, value)
    )
  `.execute(db)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return new Map([...byCode].map(([code, found]) => [code, found.map(({ no }) => no)]))
}
