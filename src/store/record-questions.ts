import { sql } from 'kysely'
import type { Affiliation } from '../engine/record/affiliations.ts'
import type {
  LinksFrom,
  LinksOnto,
  PartialRecord,
  RecordQuestions,
} from '../engine/record/partial-record.ts'
import type { RecordClaim, RecordLink } from '../engine/record/record.ts'
import type { Db } from './database/db.ts'
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

/** Loads what a computation over a partial record found missing. */
export async function answerRecord(
  db: Db,
  record: PartialRecord,
  asked: RecordQuestions,
): Promise<void> {
  if (asked.claims.length > 0)
    record.addClaims(asked.claims, await loadRecordClaims(db, asked.claims))
  const links = await loadLinks(db, asked)
  const standing = links.filter(({ voided }) => !voided)
  record.addLinks(asked.links, links)
  record.addLinksFrom(asked.linksFrom, standing)
  record.addLinksOnto(asked.linksOnto, standing)
  if (asked.undercutsOfLinksOf.length > 0)
    record.addUndercutsOfLinksOf(
      asked.undercutsOfLinksOf,
      await loadUndercutsOfLinksOf(db, asked.undercutsOfLinksOf),
    )
  if (asked.affiliations.length > 0)
    record.addAffiliations(asked.affiliations, await loadAffiliations(db, asked.affiliations))
  if (asked.claimsOfSide.length > 0)
    record.addClaimsOfSide(asked.claimsOfSide, await loadClaimsOfSide(db, asked.claimsOfSide))
}

async function loadRecordClaims(db: Db, ids: readonly string[]): Promise<RecordClaim[]> {
  const { rows } = await sql<RecordClaimRow>`
    select ${recordClaimColumns} from claim where id = any(${ids}::uuid[])
  `.execute(db)
  return rows.map(recordClaimOf)
}

/** Links requested by id (voided or not), by start, and by target. */
async function loadLinks(
  db: Db,
  { links, linksFrom, linksOnto }: RecordQuestions,
): Promise<RecordLink[]> {
  const parts = [
    ...(links.length > 0 ? [linksById(links)] : []),
    ...(linksFrom.length > 0 ? [linksStartingAt(linksFrom)] : []),
    ...(linksOnto.length > 0 ? linksPointingAt(linksOnto) : []),
  ]
  if (parts.length === 0) return []
  const { rows } = await sql<RecordLinkRow>`${sql.join(parts, sql` union `)}`.execute(db)
  return rows.map(recordLinkOf)
}

function linksById(ids: readonly string[]) {
  return sql`select ${recordLinkColumns} from link where id = any(${ids}::uuid[])`
}

function linksStartingAt(asked: readonly LinksFrom[]) {
  const claims = asked.map(({ claim }) => claim)
  const relations = asked.map(({ relation }) => relation)
  return sql`
    select ${recordLinkColumns}
    from unnest(${claims}::uuid[], ${relations}::text[]) as asked (claim, relation)
    join link on link.from_claim = asked.claim and link.relation = asked.relation
    where not link.is_void
  `
}

function linksPointingAt(asked: readonly LinksOnto[]) {
  const targets = asked.map(({ target }) => target)
  const relations = asked.map(({ relation }) => relation)
  return (['to_claim', 'to_link'] as const).map(
    (column) => sql`
      select ${recordLinkColumns}
      from unnest(${targets}::uuid[], ${relations}::text[]) as asked (target, relation)
      join link on ${sql.ref(`link.${column}`)} = asked.target and link.relation = asked.relation
      where not link.is_void
    `,
  )
}

async function loadUndercutsOfLinksOf(
  db: Db,
  claims: readonly string[],
): Promise<Map<string, RecordLink[]>> {
  const { rows } = await sql<RecordLinkRow & { claim: string }>`
    select undercut_end.claim_id as claim, ${recordLinkColumns}
    from undercut_end join link on link.id = undercut_end.link_id
    where undercut_end.claim_id = any(${claims}::uuid[]) and not link.is_void
  `.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ claim }) => claim)].map(([claim, links]) => [
      claim,
      links.map(recordLinkOf),
    ]),
  )
}

/** The affiliations in force of some sources, and of everything they lead to. */
async function loadAffiliations(db: Db, sources: readonly string[]): Promise<Affiliation[]> {
  const { rows } = await sql<AffiliationRow>`
    with recursive up (id) as (
      select unnest(${sources}::uuid[])
      union
      select whole.id from up ${affiliationsUpFrom(sql`up.id`)}
    )
    select distinct up.id as source, whole.id as to, ${affiliationColumns}
    from up ${affiliationsUpFrom(sql`up.id`)}
  `.execute(db)
  return rows.map(affiliationOf)
}

async function loadClaimsOfSide(
  db: Db,
  sources: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ source: string; claims: string[] }>`
    with recursive down (source, id) as (
      select asked, asked from unnest(${sources}::uuid[]) as asked
      union
      select down.source, coalesce(part.merged_into, part.id)
      from down
      join source as whole on whole.id = down.id or whole.merged_into = down.id
      join current_affiliation on current_affiliation.to_id = whole.id
      join source as part on part.id = current_affiliation.source_id
    )
    select source, array_agg(claim) as claims
    from (
      select down.source, claim.id as claim from down join claim on claim.speaker_id = down.id
      union
      select down.source, claim.id
      from down
      join source as named on named.id = down.id or named.merged_into = down.id
      join claim_about on claim_about.source_id = named.id
      join claim on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
    ) as found
    group by source
  `.execute(db)
  return new Map(rows.map(({ source, claims }) => [source, claims]))
}
