import { sql, type RawBuilder } from 'kysely'
import type { Dependency, GraphNode, NodeId, NodeState } from '../engine/graph/graph.ts'
import type { GraphQuestions, PartialGraph } from '../engine/graph/partial-graph.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'

interface Edge extends Dependency {
  readonly node: NodeId
}

interface PartRow {
  /** Nodes whose dependencies are all among `edges`. */
  readonly below: readonly NodeId[]
  /** Nodes of which everything that depends on them is among `edges`. */
  readonly above: readonly NodeId[]
  readonly edges: readonly Edge[]
  readonly states: readonly (NodeState & { readonly id: NodeId })[]
}

/** How many nodes around those asked about are loaded the first time. */
const nearMin = 8
/** How many at most: relabelling that went far may go no further. */
const nearMax = 16_384

/**
 * Loads the parts of the graph that relabelling asked for, and what depends on them: at least as much
 * as is loaded already, so that relabelling comes back a logarithmic number of times.
 *
 * @returns all that was not loaded before
 */
export async function answerGraph(
  db: Db,
  graph: PartialGraph,
  { dependenciesOf, usersOf }: GraphQuestions,
): Promise<GraphQuestions> {
  const near = Math.min(nearMax, Math.max(nearMin, graph.dependencies.size))
  const { rows } = await sql<PartRow>`/* graph-part */
    with recursive reached (id) as (
      select unnest(${hiddenIds([...dependenciesOf, ...usersOf])})
      union
      select dependency.node from reached join dependency on dependency.on_node = reached.id
      where ${hasFewEdges(sql`reached.id`)}
    ),
    near as materialized (
      select id from (select id from reached limit (select ${dependenciesOf.length + usersOf.length + near}::bigint))
        as nearest
      where ${hasFewEdges(sql`id`)}
    ),
    below as materialized (select id from near union select unnest(${hiddenIds(dependenciesOf)})),
    above as materialized (select id from near union select unnest(${hiddenIds(usersOf)})),
    edge as materialized (
      select found.* from below cross join lateral (
        select node, on_node as "on", needs from dependency where node = below.id offset 0
      ) as found
      union
      select found.* from above cross join lateral (
        select node, on_node, needs from dependency where on_node = above.id offset 0
      ) as found
    ),
    state as (
      select found.* from (
        select id from below union select id from above
        union select node from edge union select "on" from edge
      ) as named
      cross join lateral (
        select id, forced, label, rank, witness from node where id = named.id offset 0
      ) as found
    )
    select
      coalesce((select json_agg(id) from below), '[]') as below,
      coalesce((select json_agg(id) from above), '[]') as above,
      coalesce((select json_agg(edge) from edge), '[]') as edges,
      coalesce((select json_agg(state) from state), '[]') as states
  `.execute(db)
  const [part] = rows
  if (!part) throw new Error('A select without a source gave no row.')
  return learn(graph, part)
}

/** A node with more edges than this in one direction is loaded only if it is asked about. */
const edgesMax = 64

function hasFewEdges(node: RawBuilder<unknown>) {
  return sql`(
    not exists (select from dependency where on_node = ${node} offset ${sql.lit(edgesMax)})
    and not exists (select from dependency where node = ${node} offset ${sql.lit(edgesMax)})
  )`
}

/** Earlier loads take precedence: the graph has the states from before the relabelling. */
function learn(graph: PartialGraph, { below, above, edges, states }: PartRow): GraphQuestions {
  for (const { id, ...state } of states) if (!graph.states.has(id)) graph.states.set(id, state)
  const dependenciesOf = below.filter((node) => !graph.dependencies.has(node))
  const usersOf = above.filter((node) => !graph.users.has(node))
  const down = Map.groupBy(edges, ({ node }) => node)
  const up = Map.groupBy(edges, ({ on }) => on)
  for (const id of dependenciesOf)
    graph.dependencies.set(
      id,
      (down.get(id) ?? []).map(({ on, needs }) => ({ on, needs })),
    )
  for (const id of usersOf)
    graph.users.set(
      id,
      (up.get(id) ?? []).map(({ node }) => node),
    )
  return { dependenciesOf, usersOf }
}

/**
 * Loads everything connected with some nodes, in either direction, to be labelled from scratch.
 * Skips what the graph already has.
 */
export async function loadComponent(
  graph: PartialGraph,
  seeds: readonly NodeId[],
  load: (asked: GraphQuestions) => Promise<void>,
): Promise<Map<NodeId, GraphNode>> {
  for (;;) {
    const reached = new Set([...seeds, ...graph.states.keys()])
    const dependenciesOf = [...reached].filter((node) => !graph.dependencies.has(node))
    const usersOf = [...reached].filter((node) => !graph.users.has(node))
    if (dependenciesOf.length === 0 && usersOf.length === 0) break
    await load({ dependenciesOf, usersOf })
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
