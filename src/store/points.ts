import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Point } from '../domain/points.ts'
import type { Db } from './database/db.ts'
import { isWording } from './wording.ts'

/** The points that an answer can name, and of which claim. */
export interface AnsweredPoints {
  readonly claim: ClaimId
  /** Those of its newest wording first, then those of the others. */
  readonly points: readonly Point[]
}

/**
 * The points of some claims, in all their wordings, and those that undercuts of some links answer:
 * of the claims that those links start at. By the id that was asked for.
 */
export async function loadAnsweredPoints(
  db: Db,
  { claims, links }: { readonly claims: readonly string[]; readonly links: readonly string[] },
): Promise<ReadonlyMap<string, AnsweredPoints>> {
  const { rows } = await sql<{ target: string } & AnsweredPoints>`
    with recursive asked (target, id) as (
      select id, coalesce(merged_into, id) from claim where id = any(${claims}::uuid[])
      union all
      select id, from_claim from link where id = any(${links}::uuid[])
    ),
    newer (target, id, steps) as (
      select target, id, 0 from asked
      union all
      select newer.target, link.from_claim, steps + 1
      from newer join link on link.to_claim = newer.id and ${isWording}
    ),
    newest (target, id) as (
      select distinct on (target) target, id from newer order by target, steps desc
    ),
    version (target, id, steps) as (
      select target, id, 0 from newest
      union all
      select version.target, link.to_claim, steps + 1
      from version join link on link.from_claim = version.id and ${isWording}
    )
    select version.target, asked.id as claim, json_agg(
      json_build_object(
        'id', point ->> 'id', 'endedAt', point -> 'endedAt', 'text', coalesce(body, ''),
        'texts', ${translationsAt('position')}
      )
      order by steps, position
    ) as points
    from version
    join asked on asked.target = version.target
    join claim on claim.id = version.id
    cross join jsonb_array_elements(claim.points) with ordinality as listed (point, position)
    left join words on words.seq = claim.content_seq
      and words.field = '/points/' || (position - 1) || '/text'
    group by version.target, asked.id
  `.execute(db)
  return new Map(rows.map(({ target, ...answered }) => [target, answered]))
}

/** The translations of the point at a place among those of `claim`. */
function translationsAt(position: string) {
  return sql`coalesce((
    select json_agg(json_build_object(
      'lang', translation ->> 'lang', 'by', translation ->> 'by', 'text', coalesce(words.body, '')
    ) order by nth)
    from jsonb_array_elements(point -> 'texts') with ordinality as translated (translation, nth)
    left join words on words.seq = claim.content_seq
      and words.field = '/points/' || (${sql.ref(position)} - 1) || '/texts/' || (nth - 1) || '/text'
  ), '[]')`
}

/**
 * Among some links, those onto a merged claim that meet a point of it, where the point of that id of
 * the surviving claim says something else.
 */
export async function listChangedPoints(
  db: Db,
  links: readonly string[],
): Promise<{ link: string; point: string; from: ClaimId; into: ClaimId }[]> {
  const { rows } = await sql<{ link: string; point: string; from: ClaimId; into: ClaimId }>`
    select link.id as link, met.point, merged.id as "from", survivor.id as into
    from link
    join entered_reference on object = link.id and field = 'to_claim'
    join claim as merged on merged.id = entered_reference.entered
    join claim as survivor on survivor.id = link.to_claim
    cross join unnest(link.meets) as met (point)
    where link.id = any(${links}::uuid[]) and not link.is_void
      and ${textOf('merged')} <> ${textOf('survivor')}
  `.execute(db)
  return rows
}

function textOf(claim: 'merged' | 'survivor') {
  return sql`(
    select body
    from jsonb_array_elements(${sql.ref(`${claim}.points`)}) with ordinality as listed (each, position)
    join words on words.seq = ${sql.ref(`${claim}.content_seq`)}
      and words.field = '/points/' || (position - 1) || '/text'
    where each ->> 'id' = met.point
  )`
}
