import { sql } from 'kysely'
import type { CompiledDependency, CompiledNode, NodeId, NodeState } from '../engine/graph.ts'
import type { RecordItems } from '../engine/memory.ts'
import type { Db } from './db.ts'
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

/** All that the rules read, and nothing that was derived from it: a void is where it was entered. */
export async function loadRecordItems(db: Db): Promise<RecordItems> {
  const claims = await sql<RecordClaimRow>`select ${recordClaimColumns} from claim`.execute(db)
  const links = await sql<RecordLinkRow & { is_voided: boolean }>`
    select ${recordLinkColumns}, voided_at is not null as is_voided from link
  `.execute(db)
  const affiliations = await sql<AffiliationRow>`
    select ${affiliationColumns} from current_affiliation
  `.execute(db)
  return {
    claims: claims.rows.map(recordClaimOf),
    links: links.rows.map((row) => ({ ...recordLinkOf(row), voided: row.is_voided })),
    affiliations: affiliations.rows.map(affiliationOf),
  }
}

type Judged = Pick<StoredJudgement, 'label' | 'status' | 'cites'>

/** What is stored of a claim because it was derived. `last` is the newest row of its history. */
export interface DerivedClaim extends Judged {
  readonly id: string
  readonly rebuts: number
  readonly undercuts: number
  readonly qualifies: number
  readonly supports: number
  readonly last: Judged | null
}

export async function loadDerivedClaims(db: Db): Promise<readonly DerivedClaim[]> {
  const { rows } = await sql<DerivedClaim>`
    select id, label, status, cites, rebuts, undercuts, qualifies, supports, (
      select json_build_object('label', newest.label, 'status', newest.status, 'cites', newest.cites)
      from status_history as newest where newest.claim_id = claim.id order by seq desc limit 1
    ) as last
    from claim
  `.execute(db)
  return rows
}

/** What is stored of a link because it was derived. `ends` are those of the link it undercuts. */
export interface DerivedLink {
  readonly id: string
  readonly isVoid: boolean
  readonly isConceded: boolean
  readonly ends: readonly string[]
}

export async function loadDerivedLinks(db: Db): Promise<readonly DerivedLink[]> {
  const { rows } = await sql<DerivedLink>`
    select id, is_void as "isVoid", is_conceded as "isConceded",
      array(select claim_id from undercut_end where link_id = link.id order by claim_id) as ends
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
