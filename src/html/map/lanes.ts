import { bearingOn, lanesMax, type MapGraph } from './graph.ts'

/** One column of the map. */
export interface Lane {
  /** One party, or all that have no lane of their own. */
  readonly parties: readonly string[]
  readonly isOthers: boolean
}

/**
 * One lane for each party; of more than five parties, the four with the most links and one for all
 * others. Their order is the one in which links run least across lanes.
 */
export function lanesOf({ nodes, edges }: MapGraph): readonly Lane[] {
  const partyOf = new Map(nodes.map(({ id, party }) => [id, party]))
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const runs = edges.map((edge) =>
    [edge.from, bearingOn(edge, byId)].map((id) => partyOf.get(id) ?? ''),
  )
  const counts = new Map(nodes.map(({ party }) => [party, 0]))
  for (const party of runs.flat()) counts.set(party, (counts.get(party) ?? 0) + 1)
  const parties = [...counts].toSorted(([, a], [, b]) => b - a).map(([party]) => party)

  const own = parties.length > lanesMax ? parties.slice(0, lanesMax - 1) : parties
  const others = parties.slice(own.length)
  const lanes = [
    ...own.map((party): Lane => ({ parties: [party], isOthers: false })),
    ...(others.length > 0 ? [{ parties: others, isOthers: true }] : []),
  ]
  return shortest(lanes, runs)
}

/** The order of lanes in which the links are shortest; the first of several. */
function shortest(lanes: readonly Lane[], runs: readonly (readonly string[])[]): readonly Lane[] {
  const indexes = new Map(lanes.flatMap(({ parties }, at) => parties.map((party) => [party, at])))
  const between = runs.map((run) => run.map((party) => indexes.get(party) ?? 0))
  const lengthOf = (order: readonly number[]) =>
    between.reduce((sum, [a = 0, b = 0]) => sum + Math.abs(order.indexOf(a) - order.indexOf(b)), 0)
  const orders = permutations(lanes.map((_, index) => index))
  let best = { order: orders[0] ?? [], length: Infinity }
  for (const order of orders) {
    const length = lengthOf(order)
    if (length < best.length) best = { order, length }
  }
  return best.order.flatMap((index) => lanes[index] ?? [])
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((others) => [item, ...others]),
  )
}
