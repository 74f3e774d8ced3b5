import { sql, type RawBuilder } from 'kysely'
import type { ClaimId } from '../../domain/ids.ts'
import { assertedOrder } from '../asserted-dates.ts'
import { conditionsOf, type ClaimConditions, type ClaimFilters } from '../claim-filters.ts'
import { undated } from '../claim-order.ts'
import type { Db } from '../database/db.ts'

/** A version of a claim in a list of the past: the newest claim first, and of it the latest. */
export interface PastPlace {
  readonly id: ClaimId
  /** When it was asserted. */
  readonly key: string
  /** The event that ended the version; `unended` if none did. */
  readonly until: number
}

const unended = Number.MAX_SAFE_INTEGER

export interface PastPlaces {
  readonly places: readonly PastPlace[]
  /** Where looking ended before there were enough; undefined at the end of the list. */
  readonly end: PastPlace | undefined
}

/** What one request looks at: rare matches do not keep it busy. */
export interface PastLimits {
  /** Versions in one statement. */
  readonly looked: number
  /** The same if other tables are asked about each. */
  readonly lookedRelated: number
  readonly rounds: number
  /** If other tables name no more claims than that, only these are looked at. */
  readonly few: number
}

export const usualLimits: PastLimits = { looked: 1000, lookedRelated: 200, rounds: 8, few: 300 }

/**
 * The claims that matched at a moment, in a transaction that shows that moment. What was current then
 * is current still or among the versions that were; both are looked through in the same order.
 *
 * @param filters without words, ratings, roles and what is left open: of these, only today is known
 */
export async function listPast(
  then: Db,
  filters: ClaimFilters,
  { after, limit }: { readonly after: PastPlace | undefined; readonly limit: number },
  limits: PastLimits = usualLimits,
): Promise<PastPlaces> {
  const conditions = conditionsOf(filters)
  const isRelated = conditions.related.length > 0
  const among = await fewCandidates(then, filters, limits.few)
  const count = isRelated ? limits.lookedRelated : limits.looked
  const found: PastPlace[] = []
  let from = after
  for (let round = 0; round < limits.rounds; round++) {
    const asked = { among, from, count }
    const present = await look(then, 'claim', conditions, asked)
    const past = await look(then, 'claim_was', conditions, asked)
    const [end] = [present, past].flatMap((one) => one.end ?? []).toSorted(byPlace)
    const sure = [...present.places, ...past.places].filter(
      (place) => end === undefined || byPlace(place, end) <= 0,
    )
    found.push(...sure.toSorted(byPlace))
    if (found.length >= limit || !end) return { places: found.slice(0, limit), end: undefined }
    from = end
  }
  return { places: found, end: from }
}

/** The same of some claims, in no order. */
export async function placesAmong(
  then: Db,
  filters: ClaimFilters,
  ids: readonly ClaimId[],
): Promise<readonly PastPlace[]> {
  if (ids.length === 0) return []
  const conditions = conditionsOf(filters)
  const asked = { among: ids, from: undefined, count: ids.length, isCurrent: true }
  const present = await look(then, 'claim', conditions, asked)
  const past = await look(then, 'claim_was', conditions, asked)
  return [...present.places, ...past.places]
}

function byPlace(a: PastPlace, b: PastPlace): number {
  if (a.key !== b.key || a.id !== b.id) return isBefore(a, b) ? -1 : 1
  return b.until - a.until
}

/** Whether a claim comes before another one in a list. */
export function isBefore(a: Omit<PastPlace, 'until'>, b: Omit<PastPlace, 'until'>): boolean {
  return a.key === b.key ? a.id > b.id : timeOf(a) > timeOf(b)
}

function timeOf({ key }: Omit<PastPlace, 'until'>): number {
  return key === undated ? -Number.MAX_VALUE : Date.parse(key)
}

/** All claims that other tables name, if these are few. */
async function fewCandidates(
  then: Db,
  { about, report, story }: ClaimFilters,
  few: number,
): Promise<readonly string[] | undefined> {
  const { related } = conditionsOf({ about, report, story })
  for (const { candidates } of related) {
    const { rows } = await sql<{ ids: string[] }>`
      select array(select * from (${candidates}) as named limit ${few + 1}) as ids
    `.execute(then)
    const [{ ids } = { ids: [] }] = rows
    if (ids.length <= few) return ids
  }
  return undefined
}

interface Looking {
  readonly among: readonly string[] | undefined
  readonly from: PastPlace | undefined
  readonly count: number
  /** Whether to look at nothing but the version of that moment. */
  readonly isCurrent?: boolean
}

interface Looked {
  readonly places: readonly PastPlace[]
  readonly end: PastPlace | undefined
}

/** The next versions that are kept in one table: those that matched, and where looking ended. */
async function look(
  then: Db,
  table: 'claim' | 'claim_was',
  conditions: ClaimConditions,
  { among, from, count, isCurrent = false }: Looking,
): Promise<Looked> {
  const isPast = table === 'claim_was'
  const until = isPast ? sql`claim.until_seq` : sql`${sql.lit(unended)}::bigint`
  const order = isPast ? sql`key desc, id desc, until desc` : sql`key desc, id desc`
  const asOf = sql`current_setting('counterpoint.as_of')::bigint`
  const wasCurrent = [
    sql`claim.since_seq <= ${asOf}`,
    ...(isPast ? [sql`claim.until_seq > ${asOf}`] : []),
  ]
  const { rows } = await sql<{ id: ClaimId; key: Date | null; until: number; isFound: boolean }>`
    with looked as materialized (
      select claim.id, ${assertedOrder} as key, ${until} as until,
        (${every([...wasCurrent, ...conditions.own, datesOf(conditions)])}) is true as fits
      from public.${sql.ref(table)} as claim
      where ${every([...shown(isPast, among, from), ...conditions.dates.notLater, ...(isCurrent ? wasCurrent : [])])}
      order by ${order} limit ${count}
    )
    select id, nullif(key, '-infinity') as key, until, true as "isFound"
    from (select * from looked where fits) as listed
    where ${every(conditions.related.map(({ condition }) => condition))}
    union all
    select id, nullif(key, '-infinity'), until, false from (
      select * from looked order by ${order} offset ${count - 1}
    ) as last
  `.execute(then)
  const placed = rows.map(({ key, isFound, ...row }) => {
    return { place: { ...row, key: key === null ? undated : key.toISOString() }, isFound }
  })
  return {
    places: placed.flatMap(({ place, isFound }) => (isFound ? [place] : [])),
    end: placed.find(({ isFound }) => !isFound)?.place,
  }
}

/** The versions after a place: of a claim, what is current comes before what was. */
function shown(
  isPast: boolean,
  among: readonly string[] | undefined,
  from: PastPlace | undefined,
): readonly RawBuilder<unknown>[] {
  const key =
    from && sql`coalesce(${from.key === undated ? null : from.key}::timestamptz, '-infinity')`
  const after = from
    ? isPast
      ? sql`(${assertedOrder}, claim.id, claim.until_seq) < (${key}, ${from.id}::uuid, ${from.until}::bigint)`
      : sql`(${assertedOrder}, claim.id) < (${key}, ${from.id}::uuid)`
    : undefined
  return [
    sql`claim.voided_at is null and claim.merged_into is null`,
    ...(among ? [sql`claim.id = any(${among}::uuid[])`] : []),
    ...(after ? [after] : []),
  ]
}

function datesOf({ dates }: ClaimConditions): RawBuilder<unknown> {
  const parts = dates.parts.map(({ indexed, exactly }) => sql`(${every([...indexed, ...exactly])})`)
  return sql`(${sql.join(parts, sql` or `)})`
}

function every(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
