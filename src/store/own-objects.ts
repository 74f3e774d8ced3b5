import { sql } from 'kysely'
import type { Actor } from '../domain/actor.ts'
import type { Db } from './db.ts'

/** More than this are not looked through: whatever is so large is no draft of one person. */
const objectsMax = 50
const hangingMax = 200

/**
 * Those of some objects that the actor entered and nobody else has linked to, cited, named or
 * amended. What the write under way has entered has no event yet, and is the actor's. Costs a bounded
 * number of look-ups whatever hangs from them.
 */
export async function findOwn(
  db: Db,
  actor: Actor,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(objects)]
  if (actor.id === null || ids.length === 0 || ids.length > objectsMax) return new Set()
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${ids}::uuid[]) as asked (id)
    where not exists (
        select from event where object = asked.id and ${byAnother(actor.id)}
      )
      and (select count(*) from ${hanging}) <= ${hangingMax}
      and not exists (
        select from ${hanging} join event on event.object = hanging.id
        where event.kind like '%.added' and ${byAnother(actor.id)}
      )
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Of what was erased nobody can tell any more who entered it. */
function byAnother(key: string) {
  return sql`event.body::json #>> '{actor,id}' is distinct from ${key}`
}

/** What links to an object, cites it or names it, voided too: as many as are looked through, and one. */
const hanging = sql`(
  select id from link where from_claim = asked.id or to_claim = asked.id
  union all select id from (
    with recursive onto as (
      select id from link where to_link = asked.id
      union select link.id from onto join link on link.to_link = onto.id
    )
    select id from onto
  ) as onto
  union all select link_id from undercut_end where claim_id = asked.id
  union all select id from citation
    where claim_id = asked.id or link_id = asked.id or report_id = asked.id
  union all select id from claim where speaker_id = asked.id
  union all select claim_id from claim_about where source_id = asked.id
  union all select id from report where source_id = asked.id
  union all select source_id from affiliation where to_id = asked.id
  limit ${sql.lit(hangingMax + 1)}
) as hanging`
