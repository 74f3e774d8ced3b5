import { sql } from 'kysely'
import type { Actor } from '../domain/actor.ts'
import type { Db } from './database/db.ts'

/** The number of objects to look through: anything larger is not one person's draft. */
const objectsMax = 50
const hangingMax = 200

/**
 * Among some objects, those that the actor entered and nobody else has touched: nobody else entered
 * or changed them or anything that hangs from them. What the current write entered has no event
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
        where object = hanging.id
          and event.body::json #>> '{actor,id}' is distinct from ${actor.id}
      )) as is_touched
      from ${hanging}
    ) as seen
    where looked_through <= ${hangingMax} and not is_touched
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * An object and what hangs from it (even if voided), recursively, up to one more than the limit.
 * From a source hangs everything that names it; from a claim its links, citations and stories; from
 * a link the links onto it; from a report or a citation what rests on it; from each of them what
 * was merged into it.
 */
const hanging = sql`(
  with recursive hanging (id) as (
    select asked.id
    union
    select next.id
    from hanging
    cross join lateral (
      select id from link where hanging.id in (from_claim, to_claim, to_link)
      union all select link_id from undercut_end where claim_id = hanging.id
      union all select id from citation where hanging.id in (claim_id, link_id, report_id)
      union all select coalesce(claim_id, link_id) from citation where id = hanging.id
      union all select story_id from story_claim where claim_id = hanging.id
      union all select id from claim where speaker_id = hanging.id
      union all select claim_id from claim_about where source_id = hanging.id
      union all select id from report where source_id = hanging.id
      union all select source_id from affiliation where to_id = hanging.id
      union all select from_id from merge where into_id = hanging.id
    ) as next (id)
  )
  select id from hanging limit ${sql.lit(hangingMax + 1)}
) as hanging`
