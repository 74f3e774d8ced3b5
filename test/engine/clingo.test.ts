import { Runner } from 'clingo-wasm'
import * as fc from '../support/fast-check.ts'
import { beforeAll, expect, test } from 'vitest'
import { compileAll } from '../../src/engine/evaluate.ts'
import type { Contribution } from '../../src/engine/graph/graph.ts'
import { assemble, labelAll, labelOf } from '../../src/engine/graph/label.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { histories, type Edit } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { goldenCases } from '../support/golden.ts'
import { makeEdit } from '../support/make-edit.ts'

/** Compiled to WebAssembly. */
const clingo = new Runner({ singleThreaded: true })
beforeAll(() => clingo.init())

/** The grounded labelling in five rules, none of which mentions our code. */
const rules = `
  in(N)  :- node(N), not forced(N), in(M) : needs(N, M); out(M) : attacks(M, N).
  out(N) :- forced(N).
  out(N) :- needs(N, M), out(M).
  out(N) :- attacks(M, N), in(M).
  undec(N) :- node(N), not in(N), not out(N).
  #show in/1. #show out/1. #show undec/1.
`

const random = fc
  .sample(histories(40), { numRuns: 25, seed: 7 })
  .map((history, index) => ({ name: `random record ${index}`, items: recordAfter(history) }))

test.each([...goldenCases, ...random])('clingo labels it as we do: $name', ({ items }) => {
  const contributions = compileAll(recordOf(items), items)
  const ours = [...labelAll(assemble(contributions))].map(
    ([node, state]) => `${labelOf(state).toLowerCase()}("${node}")`,
  )

  expect(solve(contributions)).toEqual(ours.sort())
})

function solve(contributions: readonly Contribution[]): readonly string[] {
  const facts = contributions.flatMap(({ nodes, dependencies }) => [
    ...nodes.map(({ id, forced }) => `node("${id}").${forced ? ` forced("${id}").` : ''}`),
    ...dependencies.map(({ node, on, needs }) =>
      needs ? `needs("${node}", "${on}").` : `attacks("${on}", "${node}").`,
    ),
  ])
  const answer = clingo.run(rules + facts.join('\n'), 0, ['--warn=none'])
  if (!('Call' in answer)) throw new Error(answer.Error)
  const models = answer.Call.flatMap(({ Witnesses }) => Witnesses)
  expect(models).toHaveLength(1)
  return models.flatMap(({ Value }) => Value).sort()
}

function recordAfter(history: readonly (readonly Edit[])[]): RecordItems {
  const store = new EngineStore()
  for (const edit of history.flat()) makeEdit(store, edit)
  return store.items
}
