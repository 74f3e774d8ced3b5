import { sql } from 'kysely'
import type { NodeId } from '../engine/graph/graph.ts'
import type { LabelledNode, PartialLabels } from '../engine/graph/partial-labels.ts'
import type { Db } from './database/db.ts'

/** Loads the labels that a computation found missing. */
export async function answerLabels(
  db: Db,
  labels: PartialLabels,
  nodes: readonly NodeId[],
): Promise<void> {
  if (nodes.length === 0) return
  const { rows } = await sql<LabelledNode>`
    select id, coalesce(label, 'UNDEC') as label, forced, coalesce(two_way, false) as "twoWay"
    from node where id = any(${nodes}::uuid[])
  `.execute(db)
  labels.add(nodes, rows)
}
