import { sql, type RawBuilder } from 'kysely'
import type { Mergeable } from '../domain/merge.ts'
import type { Db } from './database/db.ts'

/**
 * Lists name objects as entered; they are resolved through `merged_into`. This also works for
 * `asOf`, since the search path selects the tables.
 */

/**
 * The subjects of a `claim`, in order. If two merged entries are both listed, one counts.
 * `shown_seq` is that of the entry: the merge is the last event that changed who it means.
 */
export const subjects = sql`(
  select claim_about.position, entered.shown_seq,
    coalesce(entered.merged_into, entered.id) as source_id
  from claim_about join source as entered on entered.id = claim_about.source_id
  where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
    and (entered.merged_into is null or not exists (
      select from claim_about as other join source as named on named.id = other.source_id
      where other.claim_id = claim.id and other.seq = claim.content_seq
        and coalesce(named.merged_into, named.id) = entered.merged_into
        and (named.merged_into is null or other.position < claim_about.position)
    ))
) as subject`

/** The same, as entered. */
export const enteredSubjects = sql`(
  select position, source_id, null::bigint as shown_seq from claim_about
  where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
) as subject`

/** The claims of a `story`, in order, resolved like the subjects of a claim. */
export const members = sql`(
  select story_claim.position, coalesce(entered.merged_into, entered.id) as claim_id
  from story_claim join claim as entered on entered.id = story_claim.claim_id
  where story_claim.story_id = story.id and story_claim.seq = story.content_seq
    and (entered.merged_into is null or not exists (
      select from story_claim as other join claim as named on named.id = other.claim_id
      where other.story_id = story.id and other.seq = story.content_seq
        and coalesce(named.merged_into, named.id) = entered.merged_into
        and (named.merged_into is null or other.position < story_claim.position)
    ))
) as member`

export const enteredMembers = sql`(
  select position, claim_id from story_claim
  where story_claim.story_id = story.id and story_claim.seq = story.content_seq
) as member`

/** Some objects and everything merged into them: the ids by which lists may name them. */
export async function listEntries(
  db: Db,
  noun: Mergeable,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(noun)}
    where id = any(${ids}::uuid[]) or merged_into = any(${ids}::uuid[])
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Each of some sources with all its entries. */
export async function loadFamilies(
  db: Db,
  sources: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sources.length === 0) return new Map()
  const { rows } = await sql<{ id: string; survivor: string }>`
    select id, coalesce(merged_into, id) as survivor from source
    where id = any(${sources}::uuid[]) or merged_into = any(${sources}::uuid[])
  `.execute(db)
  const families = Map.groupBy(rows, ({ survivor }) => survivor)
  return new Map(
    [...families].map(([survivor, entries]) => [survivor, entries.map(({ id }) => id)]),
  )
}

/**
 * Joins the affiliations of a source that are in force: those of all its entries, each as a row of
 * `current_affiliation` with the `id` of the source it leads to. None leads from a source to itself.
 * `offset 0` has them looked up by the source: the planner takes any affiliation in force for rare,
 * and would begin with all of them.
 */
export function affiliationsUpFrom(source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    join lateral (
      select whole.id, current_affiliation.*
      from source as own
      join source as part on part.id = own.id or part.merged_into = own.id
      join current_affiliation on current_affiliation.source_id = part.id
      join source as named on named.id = current_affiliation.to_id
      join source as whole on whole.id = coalesce(named.merged_into, named.id)
        and whole.voided_at is null and whole.id <> own.id
      where own.id = ${source} and own.voided_at is null
      offset 0
    ) as whole on true
  `
}
