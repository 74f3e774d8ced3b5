import { expect, test } from 'vitest'
import { flattenedLabelsOf } from './flattened.ts'
import { type Graph, labelsOf, type Node } from './label.ts'

test('a stand-off is settled from outside only as long as the outsider is there', () => {
  const settled = graphOf({ x: '', a: '-b', b: '-a -x' })
  expect(Object.fromEntries(labelsOf(settled))).toEqual({ x: 'IN', a: 'IN', b: 'OUT' })

  const open = graphOf({ x: '', a: '-b', b: '-a' })
  expect(Object.fromEntries(labelsOf(open))).toEqual({ x: 'IN', a: 'UNDEC', b: 'UNDEC' })
})

test('all 19,683 signed graphs on three nodes are labelled as their flattened frameworks are', () => {
  const unlike: unknown[] = []
  const pairs = ['a', 'b', 'c'].flatMap((n) => ['a', 'b', 'c'].map((m) => [n, m] as const))
  for (let number = 0; number < 3 ** pairs.length; number += 1) {
    const dependencies = { a: '', b: '', c: '' }
    for (const [index, [n, m]] of pairs.entries()) {
      const sign = ['', '+', '-'][Math.floor(number / 3 ** index) % 3] ?? ''
      if (sign && isNode(n)) dependencies[n] += ` ${sign}${m}`
    }
    const graph = graphOf(dependencies)
    const flattened = flattenedLabelsOf(graph)
    for (const [node, label] of labelsOf(graph)) {
      if (flattened.get(node) !== label) unlike.push({ dependencies, node, label })
    }
  }
  expect(unlike).toEqual([])
})

function isNode(name: string): name is 'a' | 'b' | 'c' {
  return name === 'a' || name === 'b' || name === 'c'
}

/** From `n: '+m -k'`: n needs m, and k attacks n. */
function graphOf(dependencies: Readonly<Record<string, string>>): Graph {
  return new Map(
    Object.entries(dependencies).map(([n, written]): [string, Node] => {
      const signed = written.split(' ').filter(Boolean)
      const named = (sign: string) =>
        signed.filter((each) => each.startsWith(sign)).map((each) => each.slice(1))
      return [n, { isForcedOut: false, needs: named('+'), attackers: named('-') }]
    }),
  )
}
