import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { unsettled } from '../../src/engine/graph/graph.ts'
import { labelAll, labelOf } from '../../src/engine/graph/label.ts'
import { FullGraph } from '../support/full-graph.ts'
import { brokenProofs } from '../support/proofs.ts'

describe('relabel', () => {
  test('two nodes that attack each other do not go on holding what a third had decided', () => {
    const graph = attackGraph('x→b a→b b→a')
    expect(labelsOf(graph)).toEqual({ x: 'IN', b: 'OUT', a: 'IN' })

    graph.disconnect('b', { on: 'x', needs: false })
    graph.relabel(['b'])

    expect(labelsOf(graph)).toEqual({ x: 'IN', b: 'UNDEC', a: 'UNDEC' })
  })

  test('an OUT node that loses its witness stays OUT by another, and nothing beyond is touched', () => {
    const graph = attackGraph('x→b y→b b→c')

    graph.disconnect('b', { on: graph.states.get('b')?.witness ?? '', needs: false })
    const { touches } = graph.relabel(['b'])

    expect(labelsOf(graph)).toMatchObject({ b: 'OUT', c: 'IN' })
    expect(touches).toBe(0)
  })

  test('another attack on what is open anyway touches no more than what is new', () => {
    const graph = attackGraph('a→b b→a b→c c→b')

    graph.states.set('d', unsettled(false))
    graph.connect('b', { on: 'd', needs: false })
    graph.connect('d', { on: 'b', needs: false })

    expect(graph.relabel(['b', 'd']).touches).toBe(0)
    expect(labelsOf(graph)).toMatchObject({ a: 'UNDEC', b: 'UNDEC', c: 'UNDEC', d: 'UNDEC' })
  })

  test('questions come in waves: as many as the change reaches far, not as many as it touches', () => {
    const attacked = Array.from({ length: 500 }, (_, index) => `hub→n${index}`)
    const graph = attackGraph(attacked.join(' '))
    graph.states.set('top', unsettled(false))
    graph.connect('hub', { on: 'top', needs: false })

    graph.relabel(['hub', 'top'])

    expect(graph.states.get('n499')?.label).toBe('IN')
    expect(graph.rounds).toBeLessThanOrEqual(10)
  })

  test('when too much is affected it gives up early, and labelling the whole does the rest', () => {
    const chain = Array.from({ length: 100 }, (_, index) => `n${index}→n${index + 1}`)
    const graph = attackGraph(chain.join(' '), 50)
    toggleForced(graph, 'n0')

    const { gaveUp, touches, relabelled } = graph.relabel(['n0'])

    expect({ gaveUp, touches }).toEqual({ gaveUp: true, touches: 51 })
    expect(relabelled).toHaveLength(101)
    expect(graph.states.get('n100')?.label).toBe('OUT')
  })

  test('on any graph, after any changes, labels are grounded and ranks prove them', () => {
    const names = Array.from({ length: 9 }, (_, index) => `n${index}`)
    const change = fc.record({
      node: fc.constantFrom(...names),
      on: fc.constantFrom(...names),
      needs: fc.boolean(),
      isForcing: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
    })
    const property = fc.property(
      fc.array(change, { maxLength: 60, size: 'max' }),
      fc.constantFrom(3, 2000),
      (changes, touchesMax) => {
        const graph = new FullGraph(touchesMax)
        for (const name of names) graph.states.set(name, unsettled(false))
        graph.relabel(names)
        for (const { node, isForcing, ...dependency } of changes) {
          if (isForcing) toggleForced(graph, node)
          else toggle(graph, node, dependency)
          graph.relabel([node])

          const grounded = labelAll(graph.toGraph())
          for (const name of names) {
            expect(labelOf(graph.states.get(name))).toBe(labelOf(grounded.get(name)))
          }
          expect(brokenProofs(graph)).toEqual([])
        }
      },
    )
    fc.assert(property, { numRuns: 200 })
  })
})

/** `a→b`: a attacks b. */
function attackGraph(attacks: string, touchesMax?: number): FullGraph {
  const graph = new FullGraph(touchesMax)
  for (const [source = '', target = ''] of attacks.split(' ').map((attack) => attack.split('→'))) {
    for (const node of [source, target]) graph.states.set(node, unsettled(false))
    graph.connect(target, { on: source, needs: false })
  }
  for (const [node, state] of labelAll(graph.toGraph())) graph.states.set(node, state)
  return graph
}

function labelsOf(graph: FullGraph): Record<string, string> {
  return Object.fromEntries([...graph.states].map(([node, state]) => [node, labelOf(state)]))
}

function toggle(graph: FullGraph, node: string, dependency: { on: string; needs: boolean }): void {
  const { on, needs } = dependency
  const known = graph.dependencies.get(node) ?? []
  const isThere = known.some((other) => other.on === on && other.needs === needs)
  if (isThere) graph.disconnect(node, dependency)
  else graph.connect(node, dependency)
}

function toggleForced(graph: FullGraph, node: string): void {
  const state = graph.states.get(node) ?? unsettled(false)
  graph.states.set(node, { ...state, forced: !state.forced })
}
