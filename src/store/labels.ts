import { sql } from 'kysely'
import type { SourceKind } from '../domain/kinds.ts'
import type { NodeId } from '../engine/graph/graph.ts'
import type { ItemId } from '../engine/record/record.ts'
import { PartialLabels, type LabelledNode } from '../engine/graph/partial-labels.ts'
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

/**
 * Asks for the labels of some nodes before anything needs them. A failure is thrown where they are
 * awaited.
 */
export function loadLabelsAhead(db: Db, nodes: readonly NodeId[]): Promise<PartialLabels> {
  const labels = new PartialLabels()
  const loading = answerLabels(db, labels, nodes).then(() => labels)
  loading.catch(() => {})
  return loading
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

/**
 * The same, with the kinds of who speaks those claims: a claim that counts has a node of its own.
 */
export async function answerLabelsAndKinds(
  db: Db,
  labels: PartialLabels,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, SourceKind | null>> {
  const { rows } = await sql<LabelledNode & { speakerKind: SourceKind | null }>`${plannedOnce}
    select ${labelColumns}, (
      select source.kind from claim join source on source.id = claim.speaker_id
      where claim.id = node.id
    ) as "speakerKind"
    from node
    where id = any(${hiddenIds(items)}) or (owner = any(${hiddenIds(items)}) and owner <> id)
  `.execute(db)
  labels.add(
    items,
    rows.map(({ speakerKind: _, ...node }) => node),
  )
  return new Map(rows.map(({ id, speakerKind }) => [id, speakerKind]))
}

const labelColumns = sql.raw(
  `id, coalesce(label, 'UNDEC') as label, forced, coalesce(two_way, false) as "twoWay"`,
)
