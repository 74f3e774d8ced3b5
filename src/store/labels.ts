import { sql } from 'kysely'
import type { LabelQuestions, PartialLabels } from '../engine/partial-labels.ts'
import type { Attack } from '../engine/label-view.ts'
import type { Label } from '../domain/status.ts'
import type { Db } from './database/db.ts'

/** Loads the labels that a computation found missing. */
export async function answerLabels(
  db: Db,
  labels: PartialLabels,
  { nodes, attacksOnto }: LabelQuestions,
): Promise<void> {
  if (nodes.length > 0) {
    const { rows } = await sql<{ id: string; label: Label; forced: boolean }>`
      select id, coalesce(label, 'UNDEC') as label, forced from node where id = any(${nodes}::uuid[])
    `.execute(db)
    labels.addNodes(nodes, rows)
  }
  if (attacksOnto.length > 0) {
    const { rows } = await sql<Attack & { target: string }>`
      select dependency.node as target, node.id as node, node.owner as link, node.source,
        node.two_way as "twoWay", coalesce(node.label, 'UNDEC') as label
      from dependency join node on node.id = dependency.on_node
      where dependency.node = any(${attacksOnto}::uuid[]) and node.kind = 'attack'
    `.execute(db)
    const attacks = Map.groupBy(rows, ({ target }) => target)
    labels.addAttacks(attacksOnto, attacks)
  }
}
