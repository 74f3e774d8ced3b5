import { sql } from 'kysely'
import type { NodeId } from '../engine/graph/graph.ts'
import type { ItemId } from '../engine/record/record.ts'
import type { LabelledNode, PartialLabels } from '../engine/graph/partial-labels.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { plannedOnce } from './database/prepared.ts'

/** Loads the labels that a computation found missing. */
export async function answerLabels(
  db: Db,
  labels: PartialLabels,
  nodes: readonly NodeId[],
): Promise<void> {
  if (nodes.length === 0) return
  const { rows } = await sql<LabelledNode>`${plannedOnce}
    select ${labelColumns} from node where id = any(${hiddenIds(nodes)})
  `.execute(db)
  labels.add(nodes, rows)
}

/** Loads the labels of all nodes of some claims and links that are not known yet. */
export async function answerLabelsOf(
  db: Db,
  labels: PartialLabels,
  items: readonly ItemId[],
): Promise<void> {
  const { rows } = await sql<LabelledNode>`${plannedOnce}
    select ${labelColumns} from node
    where id = any(${hiddenIds(items)}) or (owner = any(${hiddenIds(items)}) and owner <> id)
  `.execute(db)
  labels.add(
    items,
    rows.filter(({ id }) => !labels.has(id)),
  )
}

const labelColumns = sql.raw(
  `id, coalesce(label, 'UNDEC') as label, forced, coalesce(two_way, false) as "twoWay"`,
)
