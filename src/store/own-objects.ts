import { sql } from 'kysely'
import type { Actor } from '../domain/actor.ts'
import type { Db } from './database/db.ts'

/** The number of objects to look through: anything larger is not one person's draft. */
const objectsMax = 50
const dependentsMax = 200

/**
 * Among some objects, those that the actor entered and nobody else has touched: nobody else entered
 * or changed them or anything that depends on them. What the current write entered has no event
 * yet, and belongs to the actor. The number of look-ups is bounded.
 */
export async function findOwn(
  db: Db,
  actor: Actor,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(objects)]
  if (actor.id === null || ids.length === 0 || ids.length > objectsMax) return new Set()
  const { rows } = await sql<{ id: string }>`
    select asked.id
    from unnest(${ids}::uuid[]) as asked (id)
    cross join lateral (
      select count(*) as looked_through, bool_or(exists (
        select from event
        where object = dependent.id
          and event.body::json #>> '{actor,id}' is distinct from ${actor.id}
      )) as is_touched
      from ${dependent}
    ) as seen
    where looked_through <= ${dependentsMax} and not is_touched
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * An object and what depends on it (even if voided), recursively, up to one more than the limit.
 * Everything that names a source depends on it. So do the links, citations and stories of a claim,
 * the links onto a link, and what rests on a report or a citation. Whatever was merged into an object
 * depends on it too.
 */
const dependent = sql`(
  with recursive dependent (id) as (
    select asked.id
    union
    select next.id
    from dependent
    cross join lateral (
      select id from link where dependent.id in (from_claim, to_claim, to_link)
      union all select link_id from undercut_end where claim_id = dependent.id
      union all select id from citation where dependent.id in (claim_id, link_id, report_id)
      union all select coalesce(claim_id, link_id) from citation where id = dependent.id
      union all select story_id from story_claim where claim_id = dependent.id
      union all select id from claim where speaker_id = dependent.id
      union all select claim_id from claim_about where source_id = dependent.id
      union all select id from report where source_id = dependent.id
      union all select source_id from affiliation where to_id = dependent.id
      union all select from_id from merge where into_id = dependent.id
    ) as next (id)
  )
  select id from dependent limit ${sql.lit(dependentsMax + 1)}
) as dependent`
