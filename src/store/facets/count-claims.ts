import { sql, type RawBuilder } from 'kysely'
import { countMax, valuesMax, type FacetName } from '../../domain/facets.ts'
import type { ClaimFilters } from '../claim-filters.ts'
import { placesOf } from '../claim-list.ts'
import type { Db } from '../database/db.ts'
import { listEntries } from '../merged-lists.ts'
import { foundWords, type FoundWords } from '../search.ts'
import { areCounted, facetCodes, facetConditions, type FacetConditions } from './numbers.ts'

/** How many claims have a value: of sources and stories, an id. */
interface ValueCount {
  readonly value: string
  readonly count: number
}

export interface FacetCounts {
  /** The most frequent first. */
  readonly values: readonly ValueCount[]
  /** How many further values there are. */
  readonly others: number
}

export interface ClaimCounts {
  readonly count: number
  /** Whether there may be more claims than were counted. */
  readonly isMore: boolean
  readonly facets: ReadonlyMap<FacetName, FacetCounts>
  /** The last event that the counts know of, if they may not know the last one. */
  readonly seq: number | null
}

/** Counts the claims that filters select, and how many of them have which values. */
export async function countClaims(
  db: Db,
  filters: ClaimFilters,
  names: readonly FacetName[],
): Promise<ClaimCounts> {
  if (!areCounted(filters)) {
    const asked = { sort: 'newest', after: undefined, limit: countMax + 1 } as const
    const places = await placesOf(db, filters, asked)
    return count(db, sql`select id as claim_id from (${places}) as place`, [], names)
  }
  const conditions = await facetConditions(db, filters)
  if (!filters.matching) return count(db, undefined, conditions.all, names)
  const { speaker } = filters
  const found = foundWords(filters.matching, {
    ...filters,
    speaker: speaker && (await listEntries(db, 'source', speaker)),
  })
  return countFound(db, found, conditions, names)
}

/** Hits of words that are looked at: some may be voided, and so not count. */
const hitsMax = countMax + 500

/** The same, if other filters leave few of them. */
const hitsWithFiltersMax = 30_000

/** Counts from whichever is rarer, the words or what the other filters ask for. */
async function countFound(
  db: Db,
  found: FoundWords,
  { all, besideWords }: FacetConditions,
  names: readonly FacetName[],
): Promise<ClaimCounts> {
  const few = await count(db, found.claims(hitsMax), besideWords, names, hitsMax)
  if (!few.isMore || besideWords.length === 0 || few.count === countMax) return few
  if (!(await count(db, undefined, all, [])).isMore) {
    const hasWords = sql`(
      select true from claim_search
      where claim_search.claim_id = claim_facets.claim_id and ${found.condition}
    )`
    return count(db, undefined, [...all, hasWords], names)
  }
  return count(db, found.claims(hitsWithFiltersMax), besideWords, names, hitsWithFiltersMax)
}

/**
 * @param among a statement that finds the claims to count, perhaps with voided ones; left out, all
 * @param amongMax how many it finds at most: if so many, there may be more
 */
async function count(
  db: Db,
  among: RawBuilder<unknown> | undefined,
  conditions: readonly RawBuilder<unknown>[],
  names: readonly FacetName[],
  amongMax = Number.POSITIVE_INFINITY,
): Promise<ClaimCounts> {
  const codes = names.map((name) => facetCodes[name])
  const rows = await sql<{
    code: number
    value: string | null
    count: number
    values: number
    place: number
  }>`
    with among as materialized (${among ?? sql`select null::uuid as claim_id where false`}),
    matched as materialized (
      select row_number() over () as nth, facets from (
        select facets
        from claim_facets
        where ${every([...(among ? [isAmong] : []), ...conditions])}
        limit ${countMax + 1}
      ) as counted
    ),
    merged as materialized (
      select no, into_no from facet
      where into_no is not null and ${facetCodes.subject}::integer = any(${codes}::integer[])
    ),
    each as (
      select no, count(*) as count
      from matched cross join unnest(facets) as no
      where nth <= ${countMax} and no & 15 = any(${codes}::integer[])
        and no & 15 <> ${facetCodes.subject}::integer
      group by no
      union all
      select coalesce(into_no, no), count(distinct nth)
      from matched cross join unnest(facets) as no left join merged using (no)
      where nth <= ${countMax} and no & 15 = any(${codes}::integer[])
        and no & 15 = ${facetCodes.subject}::integer
      group by coalesce(into_no, no)
    ),
    ranked as (
      select no, count,
        row_number() over (partition by no & 15 order by count desc, no) as place,
        count(*) over (partition by no & 15) as values
      from each
    )
    select code::integer as code, value, ranked.count, ranked.values, place
    from ranked join facet using (no) where place <= ${valuesMax}
    union all
    select 0, null, (select count(*) from matched), (select count(*) from among), 0
    order by code, place
  `.execute(db)
  const [whole] = rows.rows
  if (!whole) throw new Error('The count of all is always there.')
  const byCode = Map.groupBy(rows.rows, ({ code }) => code)
  return {
    count: Math.min(whole.count, countMax),
    isMore: whole.count > countMax || whole.values >= amongMax,
    seq: null,
    facets: new Map(
      names.map((name) => {
        const values = byCode.get(facetCodes[name]) ?? []
        return [
          name,
          {
            values: values.flatMap((row) =>
              row.value === null ? [] : [{ value: row.value, count: row.count }],
            ),
            others: (values[0]?.values ?? 0) - values.length,
          },
        ]
      }),
    ),
  }
}

/** As an array, claims side by side in the index are found together. */
const isAmong = sql`claim_facets.claim_id = any(array(select claim_id from among))`

function every(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
