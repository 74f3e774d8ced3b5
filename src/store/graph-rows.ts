import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { AffiliationRelation, ClaimKind } from '../domain/kinds.ts'
import type { Label, Status } from '../domain/status.ts'
import { compareStarts, worldTimeOf } from '../domain/world-time.ts'
import { weightOf } from '../formats/weight.ts'
import type { Db } from './database/db.ts'
import { readInParts } from './read-in-parts.ts'
import { affiliationsUpFrom, subjects } from './merged-lists.ts'
import { changeOfLink, type LinkRow } from './link-rows.ts'
import { sourceRef, word, type SourceRef } from './source-ref.ts'

/** A claim as a node of a graph. */
export interface GraphNodeRow {
  readonly id: ClaimId
  readonly kind: ClaimKind
  readonly speaker: SourceRef | null
  readonly about: readonly SourceRef[]
  readonly assertedAt: string | null
  readonly withdrawnAt: string | null
  readonly voidedAt: Date | null
  readonly mergedInto: string | null
  readonly label: Label | null
  readonly status: Status | null
  readonly text: string | null
  readonly lang: string
}

export async function loadGraphNodes(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<GraphNodeRow[]> {
  const { rows } = await sql<GraphNodeRow>`
    select claim.id, claim.kind, ${sourceRef('claim.speaker_id', lang)} as speaker,
      coalesce((
        select json_agg(
          ${sourceRef('subject.source_id', lang, sql`subject.shown_seq`)} order by subject.position
        )
        from ${subjects}
      ), '[]') as about,
      claim.asserted_at as "assertedAt", claim.withdrawn_at as "withdrawnAt",
      claim.voided_at as "voidedAt", claim.merged_into as "mergedInto", claim.label, claim.status,
      ${word('claim.content_seq', '/text')} as text, claim.lang
    from claim where claim.id = any(${ids}::uuid[])
    order by claim.asserted_start nulls last, claim.id
  `.execute(db)
  return rows
}

/** The first of some nodes that fit into one answer, in order of time. */
export async function nodesThatFit(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<{ readonly nodes: readonly GraphNodeRow[]; readonly isCut: boolean }> {
  const { rows, isCut } = await readInParts<GraphNodeRow>(
    ids.length,
    async ({ count, done }) => {
      const asked = ids.slice(done, done + count)
      const nodes = await loadGraphNodes(db, asked, lang)
      const read = new Map(nodes.map((node) => [node.id, node]))
      return asked.flatMap((id) => read.get(id) ?? [])
    },
    // Its title repeats its words.
    (node) => weightOf(node) + weightOf(node.text),
  )
  return { nodes: rows.toSorted(byTime), isCut }
}

function byTime(a: GraphNodeRow, b: GraphNodeRow): number {
  return (
    compareStarts(worldTimeOf(a.assertedAt), worldTimeOf(b.assertedAt)) || (a.id < b.id ? -1 : 1)
  )
}

/** A link as an edge of a graph. */
export interface GraphLinkRow extends Pick<
  LinkRow,
  | 'id'
  | 'relation'
  | 'from'
  | 'toClaim'
  | 'toLink'
  | 'aspect'
  | 'arguendo'
  | 'change'
  | 'label'
  | 'endedAt'
  | 'isConceded'
> {
  /** For an undercut that attacks. */
  readonly isTwoWay: boolean | null
}

export async function loadGraphLinks(db: Db, ids: readonly string[]): Promise<GraphLinkRow[]> {
  const { rows } = await sql<GraphLinkRow>`
    select link.id, link.relation, link.from_claim as "from", link.to_claim as "toClaim",
      link.to_link as "toLink", link.aspect, link.arguendo, ${changeOfLink} as change,
      case when guard.id is not null then coalesce(guard.label, 'UNDEC') end as label,
      link.ended_at as "endedAt", link.is_conceded as "isConceded",
      case when link.relation = 'undercuts' then (
        select node.two_way from node
        where node.owner = link.id and node.owner <> node.id and node.kind = 'undercut'
      ) end as "isTwoWay"
    from link left join node as guard on guard.id = link.id
    where link.id = any(${ids}::uuid[])
    order by link.id
  `.execute(db)
  return rows
}

/** A source, with what determines its side. */
export interface SidedSourceRow {
  readonly source: SourceRef
  readonly affiliations: readonly {
    readonly relation: AffiliationRelation
    readonly source: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

/** Some sources and everything their affiliations lead to, at any time. */
export async function loadSides(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<SidedSourceRow[]> {
  const { rows } = await sql<SidedSourceRow>`
    with recursive up (id) as (
      select unnest(${ids}::uuid[])
      union
      select whole.id from up ${affiliationsUpFrom(sql`up.id`)}
    )
    select ${sourceRef('up.id', lang)} as source,
      coalesce((
        select json_agg(
          json_build_object('relation', relation, 'source', to_id, 'from', from_date, 'to', until_date)
          order by relation, to_id, from_date, until_date
        )
        from (
          select distinct relation, whole.id as to_id, from_date, until_date
          from (select up.id) as asked (id) ${affiliationsUpFrom(sql`asked.id`)}
        ) as affiliation
      ), '[]') as affiliations
    from up order by up.id
  `.execute(db)
  return rows
}
