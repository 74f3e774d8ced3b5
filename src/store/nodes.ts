import { sql } from 'kysely'
import {
  unsettled,
  type CompiledNode,
  type Contribution,
  type NodeId,
  type NodeMeaning,
  type NodeState,
} from '../engine/graph/graph.ts'
import type { Batches } from '../engine/change/sharing.ts'
import type { GraphChange } from '../engine/graph/diff.ts'
import type { Db } from './database/db.ts'
import { insertRows, startOfBatch } from './database/rows.ts'
import type { Node } from './database/tables.ts'

/** What these claims and links contributed to the graph when they were last compiled. */
export async function loadContributions(
  db: Db,
  owners: readonly string[],
): Promise<readonly Contribution[]> {
  if (owners.length === 0) return []
  const [{ rows: nodes }, { rows: dependencies }] = await Promise.all([
    sql<MeaningRow & { id: NodeId; forced: boolean }>`
      select id, owner, kind, source, target, two_way, forced from node
      where id = any(${owners}::uuid[]) or (owner = any(${owners}::uuid[]) and owner <> id)
    `.execute(db),
    sql<{ node: NodeId; on: NodeId; needs: boolean; owner: string }>`
      select node, on_node as on, needs, owner from dependency where owner = any(${owners}::uuid[])
    `.execute(db),
  ])

  const contributions = new Map(
    owners.map((owner): [string, MutableContribution] => [
      owner,
      { owner, nodes: [], dependencies: [] },
    ]),
  )
  for (const { id, forced, ...row } of nodes)
    contributions.get(row.owner)?.nodes.push({ id, forced, meaning: meaningOf(row) })
  for (const { owner, ...dependency } of dependencies)
    contributions.get(owner)?.dependencies.push(dependency)
  return [...contributions.values()]
}

/** How many nodes these claims and links have. */
export async function countNodes(db: Db, owners: readonly string[]): Promise<number> {
  if (owners.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from node
    where id = any(${owners}::uuid[]) or (owner = any(${owners}::uuid[]) and owner <> id)
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** What some nodes represent. */
export async function loadMeanings(db: Db, ids: readonly NodeId[]): Promise<NodeMeaning[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<MeaningRow & { id: NodeId }>`
    select id, owner, kind, source, target, two_way from node where id = any(${ids}::uuid[])
  `.execute(db)
  return rows.map(meaningOf)
}

/** Writes the changes of a recompilation. A changed node keeps its label for now. */
export async function rewire(tx: Db, change: GraphChange): Promise<void> {
  const gone = change.removedDependencies
  if (gone.length > 0)
    await sql`
      delete from dependency using unnest(
        ${gone.map(({ node }) => node)}::uuid[], ${gone.map(({ on }) => on)}::uuid[]
      ) as gone (node, on_node)
      where dependency.node = gone.node and dependency.on_node = gone.on_node
    `.execute(tx)
  if (change.removedNodes.length > 0)
    await sql`
      delete from node where id = any(${change.removedNodes.map(({ id }) => id)}::uuid[])
    `.execute(tx)
  const changed = change.changedNodes.map(({ id, forced, meaning }) => {
    return { id, forced, ...rowOf(meaning) }
  })
  if (changed.length > 0)
    await sql`
      update node set
        forced = now.forced, two_way = now.two_way, source = now.source, target = now.target
      from unnest(
        ${changed.map(({ id }) => id)}::uuid[],
        ${changed.map(({ forced }) => forced)}::boolean[],
        ${changed.map(({ two_way }) => two_way)}::boolean[],
        ${changed.map(({ source }) => source)}::uuid[],
        ${changed.map(({ target }) => target)}::uuid[]
      ) as now (id, forced, two_way, source, target)
      where node.id = now.id
    `.execute(tx)
}

export async function insertDependencies(tx: Db, change: GraphChange): Promise<void> {
  await insertRows(
    tx,
    'dependency',
    change.addedDependencies.map(({ node, on, needs, owner }) => ({
      node,
      on_node: on,
      needs,
      owner,
    })),
  )
}

export async function insertNodes(
  tx: Db,
  nodes: readonly CompiledNode[],
  states: ReadonlyMap<NodeId, NodeState>,
  batches: Batches,
): Promise<void> {
  await insertRows(
    tx,
    'node',
    nodes.map(({ id, meaning, forced }) => ({
      id,
      ...rowOf(meaning),
      ...(states.get(id) ?? unsettled(forced)),
      ...startOfBatch({ since: batches(id).first }),
    })),
  )
}

export async function updateNodeStates(
  tx: Db,
  states: ReadonlyMap<NodeId, NodeState>,
  batches: Batches,
): Promise<void> {
  const rows = [...states].map(([id, state]) => ({ id, ...state, since: batches(id).first }))
  if (rows.length === 0) return
  // What was is kept when the label changes, and only then is the row of another batch.
  await sql`
    update node set label = now.label, rank = now.rank, witness = now.witness, since_seq = case
      when node.label is distinct from now.label then coalesce(now.since, node.since_seq)
      else node.since_seq end
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ label }) => label)}::text[],
      ${rows.map(({ rank }) => rank)}::integer[],
      ${rows.map(({ witness }) => witness)}::uuid[],
      ${rows.map(({ since }) => since ?? null)}::bigint[]
    ) as now (id, label, rank, witness, since)
    where node.id = now.id
  `.execute(tx)
}

export type MeaningRow = Pick<Node, 'owner' | 'kind' | 'source' | 'target' | 'two_way'>

interface MutableContribution {
  owner: string
  nodes: Contribution['nodes'][number][]
  dependencies: Contribution['dependencies'][number][]
}

function rowOf(meaning: NodeMeaning): MeaningRow {
  const { kind } = meaning
  const owner = kind === 'claim' ? meaning.claim : meaning.link
  const none = { kind, owner, source: null, target: null, two_way: null }
  if (kind === 'reliance') return { ...none, source: meaning.user }
  if (kind === 'lost_basis') return { ...none, target: meaning.basis }
  return kind === 'undercut' ? { ...none, two_way: meaning.twoWay } : none
}

export function meaningOf({ owner, kind, ...row }: MeaningRow): NodeMeaning {
  switch (kind) {
    case 'claim':
      return { kind, claim: owner }
    case 'guard':
    case 'rebuttal':
    case 'no_attacker':
      return { kind, link: owner }
    case 'undercut':
      return { kind, link: owner, twoWay: row.two_way ?? false }
    case 'reliance':
      return { kind, link: owner, user: known(row.source) }
    case 'lost_basis':
      return { kind, link: owner, basis: known(row.target) }
    case 'attack':
      throw new Error('The graph was compiled by version 1 of the rules.')
  }
  return kind satisfies never
}

/** A column used only by nodes of some kinds. */
function known(value: string | null): string {
  if (value === null) throw new Error('A node lacks what its kind stands for.')
  return value
}
