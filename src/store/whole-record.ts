import { sql } from 'kysely'
import type { Fit } from '../domain/kinds.ts'
import type { CompiledDependency, CompiledNode, NodeId, NodeState } from '../engine/graph/graph.ts'
import type { RecordItems } from '../engine/record/memory.ts'
import { enteredIn } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { meaningOf, type MeaningRow } from './nodes.ts'
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
import type { StoredJudgement } from './statuses.ts'

/**
 * Everything that the rules read, as entered and without anything derived: voids are where they
 * were entered, and references to merged objects name those.
 */
export async function loadRecordItems(db: Db): Promise<RecordItems> {
  const claims = await sql<RecordClaimRow>`
    select ${recordClaimColumns},
      ${enteredIn('claim', 'speaker_id')} as speaker,
      array(
        select source_id from claim_about
        where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
        order by position
      ) as about,
      voided_at is not null as voided
    from claim
  `.execute(db)
  const links = await sql<RecordLinkRow>`
    select ${recordLinkColumns},
      ${enteredIn('link', 'from_claim')} as from_claim,
      ${enteredIn('link', 'to_claim')} as to_claim,
      ${enteredIn('link', 'to_link')} as to_link,
      voided_at is not null as is_void
    from link
  `.execute(db)
  const affiliations = await sql<AffiliationRow>`
    select source_id as source, to_id as to, ${affiliationColumns} from current_affiliation
  `.execute(db)
  return {
    claims: claims.rows.map(recordClaimOf),
    links: links.rows.map(recordLinkOf),
    affiliations: affiliations.rows.map(affiliationOf),
  }
}

/** A referencing column: what it names now, and what it named when entered. */
export interface DerivedReference {
  readonly object: string
  readonly column: string
  readonly names: string
  readonly entered: string
}

/** References changed by merges, and the survivors of merged objects. */
export async function loadDerivedReferences(db: Db): Promise<{
  readonly references: readonly DerivedReference[]
  readonly leading: ReadonlyMap<string, string>
}> {
  const columns = [
    ['claim', 'speaker_id'],
    ['report', 'source_id'],
    ['citation', 'report_id'],
    ['citation', 'claim_id'],
    ['citation', 'link_id'],
  ] as const
  const parts = columns.map(
    ([table, column]) => sql`
      select id as object, ${sql.lit(column)} as "column", ${sql.ref(column)} as names,
        ${enteredIn(table, column)} as entered
      from ${sql.table(table)} where ${sql.ref(column)} is not null
    `,
  )
  const references = await sql<DerivedReference>`${sql.join(parts, sql` union all `)}`.execute(db)
  const merged = (['source', 'report', 'claim', 'link'] as const).map(
    (noun) => sql`
      select id, merged_into as into from ${sql.table(noun)} where merged_into is not null
    `,
  )
  const leading = await sql<{ id: string; into: string }>`
    ${sql.join(merged, sql` union all `)}
  `.execute(db)
  return {
    references: references.rows,
    leading: new Map(leading.rows.map(({ id, into }) => [id, into])),
  }
}

type Judged = Pick<StoredJudgement, 'label' | 'status' | 'cites'>

/** What is stored about a claim because it is derived. `last` is the newest row of its history. */
export interface DerivedClaim extends Judged {
  readonly id: string
  readonly rebuts: number
  readonly undercuts: number
  readonly qualifies: number
  readonly supports: number
  readonly answers: number
  readonly leftOpen: readonly string[] | null
  readonly last: Judged | null
}

export async function loadDerivedClaims(db: Db): Promise<readonly DerivedClaim[]> {
  const { rows } = await sql<DerivedClaim>`
    select id, label, status, cites, rebuts, undercuts, qualifies, supports, answers,
      left_open as "leftOpen", (
      select json_build_object('label', newest.label, 'status', newest.status, 'cites', newest.cites)
      from status_history as newest where newest.claim_id = claim.id order by seq desc limit 1
    ) as last
    from claim
  `.execute(db)
  return rows
}

/** What is stored about a link because it is derived. `ends` are those of the link it undercuts. */
export interface DerivedLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly isVoid: boolean
  readonly isConceded: boolean
  readonly fit: Fit | null
  readonly ends: readonly string[]
}

export async function loadDerivedLinks(db: Db): Promise<readonly DerivedLink[]> {
  const { rows } = await sql<DerivedLink>`
    select id, from_claim as "from", coalesce(to_claim, to_link) as to, is_void as "isVoid", is_conceded as "isConceded",
      fit, array(select claim_id from undercut_end where link_id = link.id order by claim_id) as ends
    from link
  `.execute(db)
  return rows
}

export type StoredNode = CompiledNode & Omit<NodeState, 'forced'> & { readonly owner: string }
export type StoredDependency = CompiledDependency & { readonly owner: string }

export async function loadNodes(db: Db): Promise<readonly StoredNode[]> {
  const { rows } = await sql<MeaningRow & NodeState & { id: NodeId }>`
    select id, owner, kind, source, target, two_way, forced, label, rank, witness from node
  `.execute(db)
  return rows.map(({ id, owner, forced, label, rank, witness, ...row }) => {
    return { id, owner, forced, label, rank, witness, meaning: meaningOf({ owner, ...row }) }
  })
}

export async function loadDependencies(db: Db): Promise<readonly StoredDependency[]> {
  const { rows } = await sql<StoredDependency>`
    select node, on_node as on, needs, owner from dependency
  `.execute(db)
  return rows
}
