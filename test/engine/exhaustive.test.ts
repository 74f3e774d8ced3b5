import { expect, test } from 'vitest'
import type { Graph } from '../../src/engine/graph/graph.ts'
import { labelAll, labelOf } from '../../src/engine/graph/label.ts'
import { FullGraph } from '../support/full-graph.ts'
import { brokenProofs } from '../support/proofs.ts'

const nodes = ['a', 'b', 'c'] as const
const pairs = nodes.flatMap((node) => nodes.map((on) => ({ node, on })))
const signs = [undefined, { needs: true }, { needs: false }] as const
type Sign = (typeof signs)[number]

/** A sign for each pair of nodes. */
function signsOf(code: number): readonly Sign[] {
  return pairs.map((_, place) => signs[Math.floor(code / 3 ** place) % 3])
}

test('on every graph of three nodes, every single change and its undo lead to the grounded labelling', () => {
  let changes = 0
  const wrong: string[] = []
  for (let code = 0; code < 3 ** pairs.length; code++) {
    const graph = graphOf(code)
    const check = (seed: string, what: string) => {
      graph.relabel([seed])
      changes += 1
      if (!isGrounded(graph)) wrong.push(`${code}: ${what}`)
    }

    for (const [place, sign] of signsOf(code).entries()) {
      const pair = pairs[place]
      if (pair === undefined) continue
      for (const other of signs.filter((other) => other !== sign)) {
        replace(graph, pair, sign, other)
        check(pair.node, `${pair.node} on ${pair.on}`)
        replace(graph, pair, other, sign)
        check(pair.node, `${pair.node} on ${pair.on}, undone`)
      }
    }
    for (const node of nodes) {
      force(graph, node, true)
      check(node, `${node} forced`)
      force(graph, node, false)
      check(node, `${node} forced, undone`)
    }
  }

  expect(changes).toBe(19_683 * 42)
  expect(wrong).toEqual([])
}, 120_000)

function graphOf(code: number): FullGraph {
  const graph = new FullGraph()
  const start: Graph = new Map(nodes.map((node) => [node, { forced: false, dependencies: [] }]))
  for (const [node, state] of labelAll(start)) graph.states.set(node, state)
  for (const [place, sign] of signsOf(code).entries()) {
    const pair = pairs[place]
    if (pair !== undefined) replace(graph, pair, undefined, sign)
  }
  graph.relabel(nodes)
  return graph
}

function replace(graph: FullGraph, pair: (typeof pairs)[number], from: Sign, to: Sign): void {
  if (from !== undefined) graph.disconnect(pair.node, { on: pair.on, ...from })
  if (to !== undefined) graph.connect(pair.node, { on: pair.on, ...to })
}

function force(graph: FullGraph, node: string, forced: boolean): void {
  const state = graph.states.get(node)
  if (state !== undefined) graph.states.set(node, { ...state, forced })
}

function isGrounded(graph: FullGraph): boolean {
  const grounded = labelAll(graph.toGraph())
  const isSame = nodes.every(
    (node) => labelOf(graph.states.get(node)) === labelOf(grounded.get(node)),
  )
  return isSame && brokenProofs(graph).length === 0
}
