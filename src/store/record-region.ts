import { sql, type RawBuilder } from 'kysely'
import type { RecordQuestions } from '../engine/record/partial-record.ts'
import type { RecordRegion } from '../engine/record/region.ts'
import type { Db } from './database/db.ts'
import { expectedFew } from './database/hidden.ts'
import { builtOnce, plannedOnce } from './database/prepared.ts'
import { affiliationsUpFrom } from './merged-lists.ts'
import {
  affiliationColumns,
  affiliationOf,
  recordClaimColumns,
  recordClaimOf,
  recordLinkColumns,
  recordLinkOf,
  type AffiliationRow,
  type RecordClaimRow,
  type RecordLinkRow,
} from './record-rows.ts'

interface RegionRow {
  readonly claims: readonly RecordClaimRow[]
  readonly whole: readonly string[]
  readonly links: readonly RecordLinkRow[]
  readonly ends: RecordRegion['undercutEnds']
  readonly affiliations: readonly AffiliationRow[]
}

/** A claim with more links than this in one direction is loaded only as far as it is asked about. */
const linksMax = 64

/**
 * Loads what is asked about the record and what is nearest to it, in one statement: computations go
 * on from claim to claim, and what they ask next is already there.
 *
 * @param nearMax how many claims to load whole
 */
export async function loadRegion(
  db: Db,
  asked: RecordQuestions,
  nearMax: number,
): Promise<RecordRegion> {
  const rows = await regionRows(db, {
    claims: asked.claims,
    links: asked.links,
    undercutsOfLinksOf: asked.undercutsOfLinksOf,
    affiliations: asked.affiliations,
    fromClaims: asked.linksFrom.map(({ claim }) => claim),
    fromRelations: asked.linksFrom.map(({ relation }) => relation),
    ontoTargets: asked.linksOnto.map(({ target }) => target),
    ontoRelations: asked.linksOnto.map(({ relation }) => relation),
    nearMax,
  })
  const [row] = rows
  if (!row) throw new Error('A select without a source gave no row.')
  return {
    claims: row.claims.map(recordClaimOf),
    whole: row.whole,
    links: row.links.map(recordLinkOf),
    undercutEnds: row.ends,
    affiliations: row.affiliations.map(affiliationOf),
  }
}

interface Values {
  readonly claims: readonly string[]
  readonly links: readonly string[]
  readonly undercutsOfLinksOf: readonly string[]
  readonly affiliations: readonly string[]
  readonly fromClaims: readonly string[]
  readonly fromRelations: readonly string[]
  readonly ontoTargets: readonly string[]
  readonly ontoRelations: readonly string[]
  readonly nearMax: number
}

type ValueOf = (name: keyof Values) => RawBuilder<unknown>

const regionRows = builtOnce<RegionRow, Values>((valueOf) => {
  const ids = (name: keyof Values) => sql`((select ${valueOf(name)}::uuid[])::uuid[])`
  return sql<RegionRow>`${plannedOnce}with recursive asked_claim (id) as (
      select unnest(${ids('claims')})
      union select unnest(${ids('fromClaims')})
      union select unnest(${ids('ontoTargets')})
      union select unnest(${ids('undercutsOfLinksOf')})
      union select unnest(array[from_claim, to_claim]) from link
        where id = any(${ids('links')})
    ),
    near (id) as (
      select id from (select id from asked_claim ${expectedFew}) as asked
      union
      select neighbour.id from near cross join lateral (
        select to_claim as id from link where from_claim = near.id and not is_void
        union all
        select from_claim from link where to_claim = near.id and not is_void
        union all
        select link.from_claim from undercut_end join link on link.id = undercut_end.link_id
        where undercut_end.claim_id = near.id and not link.is_void
        union all
        select undercut_end.claim_id from link join undercut_end on undercut_end.link_id = link.id
        where link.from_claim = near.id and link.to_link is not null and not link.is_void
      ) as neighbour
      where neighbour.id is not null and ${hasFewLinks(sql`near.id`)}
    ),
    nearest as materialized (
      select id, ${hasFewLinks(sql`reached.id`)} as is_whole
      from (select id from near limit (select ${valueOf('nearMax')}::bigint)) as reached
    ),
    complete as materialized (
      select id from nearest
      -- One by one, as above: joined to as many as are expected, all claims would be read.
      where is_whole and exists (select from claim where claim.id = nearest.id offset 0)
    ),
    undercut as materialized (
      select found.claim_id, found.link_id
      from (
        select id from complete union select unnest(${ids('undercutsOfLinksOf')})
      ) as ended
      cross join lateral (
        select claim_id, link_id from undercut_end where claim_id = ended.id offset 0
      ) as found
    ),
    found_link as materialized (
      ${sql.join(
        [
          linksFound(sql`complete`, sql`link.from_claim = asked.id and not link.is_void`),
          linksFound(sql`complete`, sql`link.to_claim = asked.id and not link.is_void`),
          linksFound(sql`undercut`, sql`link.id = asked.link_id and not link.is_void`),
          linksFound(sql`unnest(${ids('links')})`, sql`link.id = asked`),
          linksStartingAt(valueOf),
          ...linksPointingAt(valueOf),
        ],
        sql` union `,
      )}
    ),
    found_claim as materialized (
      select found.* from (
        select id from nearest union select unnest(${ids('claims')})
      ) as wanted
      cross join lateral (
        select ${recordClaimColumns} from claim where claim.id = wanted.id offset 0
      ) as found
    ),
    affiliation_up as (
      select wanted.id as source, found.*
      from (
        select id from (
          select speaker as id from found_claim where speaker is not null
          union select unnest(about) from found_claim
          union select unnest(${ids('affiliations')})
          ${expectedFew}
        ) as named ${expectedFew}
      ) as wanted
      cross join lateral (${affiliationsOf(sql`wanted.id`)}) as found
      union
      select affiliation_up."to", found.*
      from affiliation_up cross join lateral (${affiliationsOf(sql`affiliation_up."to"`)}) as found
    )
    select
      coalesce((select json_agg(found_claim) from found_claim), '[]') as claims,
      coalesce((select json_agg(id) from complete), '[]') as whole,
      coalesce((select json_agg(found_link) from found_link), '[]') as links,
      coalesce(
        (select json_agg(json_build_object('claim', claim_id, 'link', link_id)) from undercut), '[]'
      ) as ends,
      coalesce((select json_agg(affiliation_up) from affiliation_up), '[]') as affiliations
  `
})

/** Looked up one by one: there are few, and the planner expects many. */
function affiliationsOf(source: RawBuilder<unknown>) {
  return sql`
    select whole.id as "to", ${affiliationColumns}
    from (select ${source} as id) as up ${affiliationsUpFrom(sql`up.id`)} offset 0
  `
}

function hasFewLinks(claim: RawBuilder<unknown>) {
  const ends = ['link.from_claim', 'link.to_claim', 'undercut_end.claim_id'] as const
  return sql`(${sql.join(
    ends.map((end) => {
      const table = sql.table(end.startsWith('link') ? 'link' : 'undercut_end')
      return sql`not exists (select from ${table} where ${sql.ref(end)} = ${claim} offset ${sql.lit(linksMax)})`
    }),
    sql` and `,
  )})`
}

/** Looked up one by one, as there are usually few. */
function linksFound(asked: RawBuilder<unknown>, isFound: RawBuilder<unknown>) {
  return sql`
    select found.* from ${asked} as asked
    cross join lateral (select ${recordLinkColumns} from link where ${isFound} offset 0) as found
  `
}

function linksStartingAt(valueOf: ValueOf) {
  return linksFound(
    pairs(valueOf('fromClaims'), valueOf('fromRelations')),
    sql`link.from_claim = asked.id and link.relation = asked.relation and not link.is_void`,
  )
}

function linksPointingAt(valueOf: ValueOf) {
  return ['to_claim', 'to_link'].map((column) =>
    linksFound(
      pairs(valueOf('ontoTargets'), valueOf('ontoRelations')),
      sql`link.${sql.ref(column)} = asked.id and link.relation = asked.relation and not link.is_void`,
    ),
  )
}

function pairs(ids: RawBuilder<unknown>, relations: RawBuilder<unknown>) {
  return sql`(
    select * from unnest(
      ((select ${ids}::uuid[])::uuid[]), ((select ${relations}::text[])::text[])
    ) as pair (id, relation)
  )`
}
