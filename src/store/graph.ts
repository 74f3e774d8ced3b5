import { sql } from 'kysely'
import type { Dependency, GraphNode, NodeId, NodeState } from '../engine/graph/graph.ts'
import type { GraphQuestions, PartialGraph } from '../engine/graph/partial-graph.ts'
import type { Db } from './database/db.ts'

interface EdgeRow {
  node: NodeId
  other: NodeId
  needs: boolean
  /** undefined for a new node, whose state the caller knows. */
  forced: boolean | null
  label: 'IN' | 'OUT' | null
  rank: number | null
  witness: NodeId | null
}

/** Loads the parts of the graph that relabelling asked for. */
export async function answerGraph(
  db: Db,
  graph: PartialGraph,
  { dependenciesOf, usersOf }: GraphQuestions,
): Promise<void> {
  if (dependenciesOf.length > 0) {
    await loadStates(db, graph, dependenciesOf)
    const edges = await loadDependencies(db, dependenciesOf)
    learnStates(graph, edges)
    const grouped = Map.groupBy(edges, ({ node }) => node)
    for (const node of dependenciesOf)
      graph.dependencies.set(node, (grouped.get(node) ?? []).map(dependencyOf))
  }
  if (usersOf.length > 0) {
    const edges = await loadUsers(db, usersOf)
    learnStates(graph, edges)
    const grouped = Map.groupBy(edges, ({ node }) => node)
    for (const node of usersOf)
      graph.users.set(
        node,
        (grouped.get(node) ?? []).map(({ other }) => other),
      )
  }
}

/**
 * Loads everything connected with some nodes, in either direction, to be labelled from scratch.
 * Skips what the graph already has.
 */
export async function loadComponent(
  db: Db,
  graph: PartialGraph,
  seeds: readonly NodeId[],
): Promise<Map<NodeId, GraphNode>> {
  for (;;) {
    const reached = new Set([...seeds, ...graph.states.keys()])
    const dependenciesOf = [...reached].filter((node) => !graph.dependencies.has(node))
    const usersOf = [...reached].filter((node) => !graph.users.has(node))
    if (dependenciesOf.length === 0 && usersOf.length === 0) break
    await answerGraph(db, graph, { dependenciesOf, usersOf })
  }
  const nodes = [...graph.dependencies].map(([node, dependencies]) => {
    const forced = graph.states.get(node)?.forced ?? false
    return [node, { forced, dependencies }] as const
  })
  return new Map(nodes)
}

/** Loads the states of some nodes. */
export async function loadStates(
  db: Db,
  graph: PartialGraph,
  nodes: readonly NodeId[],
): Promise<void> {
  const { rows } = await sql<NodeState & { id: NodeId }>`
    select id, forced, label, rank, witness from node where id = any(${nodes}::uuid[])
  `.execute(db)
  for (const { id, ...state } of rows) if (!graph.states.has(id)) graph.states.set(id, state)
}

export interface ConeNode extends GraphNode {
  readonly id: NodeId
}

/**
 * Some nodes and everything they depend on, directly or through others; at most `max` nodes, if that
 * is not null.
 */
export async function loadCone(
  db: Db,
  nodes: readonly NodeId[],
  max: number | null,
): Promise<ConeNode[]> {
  const { rows } = await sql<ConeNode>`
    with recursive cone (id) as (
      select unnest(${nodes}::uuid[])
      union
      select dependency.on_node from cone join dependency on dependency.node = cone.id
    )
    select node.id, node.forced, coalesce((
      select json_agg(json_build_object('on', dependency.on_node, 'needs', dependency.needs))
      from dependency where dependency.node = node.id
    ), '[]') as dependencies
    from (select id from cone limit ${max}) as reached join node on node.id = reached.id
  `.execute(db)
  return rows
}

async function loadDependencies(db: Db, nodes: readonly NodeId[]): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select dependency.node, dependency.on_node as other, dependency.needs,
      node.forced, node.label, node.rank, node.witness
    from dependency left join node on node.id = dependency.on_node
    where dependency.node = any(${nodes}::uuid[])
  `.execute(db)
  return rows
}

async function loadUsers(db: Db, nodes: readonly NodeId[]): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select dependency.on_node as node, dependency.node as other, dependency.needs,
      node.forced, node.label, node.rank, node.witness
    from dependency left join node on node.id = dependency.node
    where dependency.on_node = any(${nodes}::uuid[])
  `.execute(db)
  return rows
}

/** Earlier loads take precedence: the graph has the states from before the relabelling. */
function learnStates(graph: PartialGraph, edges: readonly EdgeRow[]): void {
  for (const { other, forced, label, rank, witness } of edges)
    if (forced !== null && !graph.states.has(other))
      graph.states.set(other, { forced, label, rank, witness })
}

function dependencyOf({ other, needs }: EdgeRow): Dependency {
  return { on: other, needs }
}
