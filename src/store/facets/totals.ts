import { sql } from 'kysely'
import { valuesMax, type FacetName } from '../../domain/facets.ts'
import type { Db } from '../database/db.ts'
import type { FacetCounts } from './count-claims.ts'
import { facetCodes } from './numbers.ts'

/** The counts of all claims, as of an event. */
export interface FacetTotals {
  readonly seq: number
  readonly claims: number
  readonly facets: Readonly<Record<FacetName, FacetCounts>>
}

export async function findTotals(db: Db): Promise<FacetTotals | undefined> {
  const { rows } = await sql<{
    seq: number
    claims: number
    totals: Record<string, { values: [string, number][]; others: number }>
  }>`
    select seq, claims, totals from facet_totals
  `.execute(db)
  const [row] = rows
  if (!row) return undefined
  const of = (name: FacetName): FacetCounts => {
    const { values, others } = row.totals[facetCodes[name]] ?? { values: [], others: 0 }
    return { values: values.map(([value, count]) => ({ value, count })), others }
  }
  return {
    seq: row.seq,
    claims: row.claims,
    facets: {
      status: of('status'),
      speaker: of('speaker'),
      subject: of('subject'),
      year: of('year'),
      language: of('language'),
      story: of('story'),
      kind: of('kind'),
    },
  }
}

/**
 * Counts all claims, unless the record has not changed since they were counted last.
 *
 * @returns the event as of which they are counted now, if they were
 */
export async function countAll(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`
    with head as materialized (
      select seq from record_head
      where seq is distinct from (select seq from facet_totals)
    ),
    merged as materialized (select no, into_no from facet where into_no is not null),
    each as (
      select no, count(*) as count
      from claim_facets cross join unnest(facets) as no
      where exists (select from head) and no & 15 <> ${facetCodes.subject}::integer
      group by no
      union all
      select coalesce(into_no, no), count(distinct claim_id)
      from claim_facets cross join unnest(facets) as no left join merged using (no)
      where exists (select from head) and no & 15 = ${facetCodes.subject}::integer
      group by coalesce(into_no, no)
    ),
    ranked as (
      select no, count,
        row_number() over (partition by no & 15 order by count desc, no) as place,
        count(*) over (partition by no & 15) as values
      from each
    ),
    shown as (
      select code, json_build_object(
        'values', json_agg(json_build_array(value, count) order by place),
        'others', max(values) - count(*)
      ) as counts
      from ranked join facet using (no) where place <= ${valuesMax}
      group by code
    )
    insert into facet_totals (seq, counted_at, claims, totals)
    select seq, now(), (select count(*) from claim_facets),
      coalesce((select json_object_agg(code, counts) from shown), '{}')
    from head
    on conflict (is_only) do update set
      seq = excluded.seq, counted_at = excluded.counted_at, claims = excluded.claims,
      totals = excluded.totals
    returning seq
  `.execute(db)
  return rows[0]?.seq
}
