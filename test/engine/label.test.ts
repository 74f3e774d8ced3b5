import { describe, expect, test } from 'vitest'
import type { Graph, GraphNode } from '../../src/engine/graph/graph.ts'
import { labelAll, labelOf } from '../../src/engine/graph/label.ts'

describe('labelAll', () => {
  test.each([
    ['nothing attacks it', 'a', { a: 'IN' }],
    ['one attack', 'b-a', { a: 'OUT', b: 'IN' }],
    ['an attacked attack', 'c-b b-a', { a: 'IN', b: 'OUT', c: 'IN' }],
    ['two that attack each other', 'a-b b-a', { a: 'UNDEC', b: 'UNDEC' }],
    ['a circle broken from outside', 'a-b b-a c-a', { a: 'OUT', b: 'IN', c: 'IN' }],
    ['downstream of a circle', 'a-b b-a b-c', { c: 'UNDEC' }],
    ['an odd circle', 'a-b b-c c-a', { a: 'UNDEC', b: 'UNDEC', c: 'UNDEC' }],
    ['a self-attack', 'a-a', { a: 'UNDEC' }],
    ['a need that stands', 'a+b', { a: 'IN', b: 'IN' }],
    ['a need that fell', 'c-a a+b', { a: 'OUT', b: 'OUT' }],
    ['a circle of needs', 'a+b b+a', { a: 'UNDEC', b: 'UNDEC' }],
    ['forced out', '!a a+b a-c', { a: 'OUT', b: 'OUT', c: 'IN' }],
    ['needed and attacking at once', 'a+b a-b', { b: 'OUT' }],
    ['one need open, another fallen', 'a-b b-a c-d a+e d+e', { e: 'OUT' }],
    ['a dependency that is not there', 'gone?a', { a: 'UNDEC' }],
  ])('%s', (_, text, expected) => {
    const states = labelAll(graphOf(text))

    const labels = Object.fromEntries([...states].map(([node, state]) => [node, labelOf(state)]))
    expect(labels).toMatchObject(expected)
  })
})

/** `a-b`: a attacks b. `a+b`: b needs a. `!a`: a is forced out. `a?b`: b needs a, which is not there. */
function graphOf(text: string): Graph {
  const graph = new Map<string, GraphNode>()
  const nodeOf = (id: string) => graph.get(id) ?? { forced: false, dependencies: [] }
  for (const [, forced, on = '', sign, node] of text.matchAll(/(!?)(\w+)(?:([-+?])(\w+))?/g)) {
    if (sign !== '?') graph.set(on, { ...nodeOf(on), ...(forced && { forced: true }) })
    if (node === undefined) continue
    const { dependencies, ...rest } = nodeOf(node)
    graph.set(node, { ...rest, dependencies: [...dependencies, { on, needs: sign !== '-' }] })
  }
  return graph
}
