import { describe, expect, it } from 'vitest'
import { nestingOf, targetsFirst } from '../../src/actions/bundle/links-onto-links.ts'
import { withAllThatName } from '../../src/actions/bundle/named-along.ts'
import { Meter, unlimited } from '../../src/actions/record/meter.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import { sourceLine } from '../support/lines.ts'

const length = 20_000
const range = Array.from({ length }, (_, index) => index)

describe('links that are stacked', () => {
  it('are counted once each, however high, and circles are found', () => {
    const onto = range.map((index) => [`l${index + 1}`, `l${index}`] as const)
    const { depths, circular } = nestingOf(new Map(onto.toReversed()))

    expect([depths.get('l1'), depths.get(`l${length}`)]).toEqual([1, length])
    expect(circular.size).toBe(0)
    const round = nestingOf(new Map([...onto, ['l0', 'l2'], ['aside', 'l1']]))
    expect(round.circular).toEqual(new Set(['l0', 'l1', 'l2']))
  })

  it('are put in order, each after its target', () => {
    const links = range.map((index) => ({ id: index, onto: index - 1 })).toReversed()

    const ordered = targetsFirst(
      links,
      ({ id }) => `${id}`,
      ({ onto }) => `${onto}`,
    )

    expect(ordered.map(({ id }) => id)).toEqual(range)
  })
})

describe('lines that name each other in a chain', () => {
  it('are followed with as many questions as there are lines, in any order', () => {
    const lines = range.map((index) => {
      const affiliations = [{ relation: 'part_of', source: `k${index + 1}` }]
      return { line: index, value: bundleLine.parse(sourceLine(`k${index}`, { affiliations })) }
    })
    let asked = 0
    const names = {
      ids: new Map(range.map((index) => [index, `k${index}`])),
      resolve: (_: string, reference: string) => {
        asked += 1
        return reference
      },
    }

    const ids = withAllThatName(lines.slice(-1), lines, names, new Meter(unlimited))

    expect(ids.size).toBe(length)
    expect(asked).toBe(length)
  })
})
