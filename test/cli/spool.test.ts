import { array, assert, integer, property, record, uniqueArray } from '../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { Spool } from '../../src/cli/bundle-file/spool.ts'

const stage = 0

describe('the order of lines', () => {
  it('puts each after what it needs, as soon as that is there', () => {
    const order = namesOf([
      item('onto-link', 'link'),
      item('link', 'a', 'b'),
      item('a'),
      item('b'),
      item('c'),
    ])

    expect(order).toEqual([['a'], ['b'], ['link'], ['onto-link'], ['c']])
  })

  it('does not wait for what is not among them', () => {
    expect(namesOf([item('link', 'elsewhere'), item('a')])).toEqual([['link'], ['a']])
  })

  it('puts what needs itself in a circle together, last', () => {
    const order = namesOf([item('x', 'y'), item('y', 'x'), item('user', 'x'), item('a')])

    expect(order).toEqual([['a'], ['x', 'y', 'user']])
  })

  it('leaves nothing out, and nothing before what it needs but in a circle', () => {
    const anItem = record({
      name: integer({ min: 0, max: 15 }).map(String),
      needs: array(integer({ min: 0, max: 15 }).map(String), { maxLength: 3 }),
    })
    const items = uniqueArray(anItem, { selector: ({ name }) => name })
    assert(
      property(items, (items) => {
        const order = namesOf(items.map(({ name, needs }) => item(name, ...needs)))

        expect(order.flat().toSorted()).toEqual(items.map(({ name }) => name).toSorted())
        expect(order.slice(0, -1).every(({ length }) => length === 1)).toBe(true)
        const place = new Map(
          order.flatMap((group, at) => group.map((name) => [name, at] as const)),
        )
        const early = items.filter(({ name, needs }) =>
          needs.some((need) => (place.get(need) ?? 0) > (place.get(name) ?? 0)),
        )
        expect(early).toEqual([])
      }),
    )
  })
})

function ending(name: string, isVoid = false) {
  return { type: 'claim' as const, name, isVoid }
}

describe('a line that ends something', () => {
  it('goes with it where the file enters it, else alone with what ends the same', () => {
    using spool = new Spool()
    spool.add(stage, extent(1), item('claim'))
    spool.addEnding(ending('claim'), extent(2))
    spool.addEnding(ending('elsewhere', true), extent(3))
    spool.addEnding(ending('nowhere'), extent(4))
    spool.addEnding(ending('elsewhere'), extent(5))
    spool.seal(stage)

    expect(linesOf(spool.groups(stage))).toEqual([[1, 2]])
    expect(linesOf(spool.endingsElsewhere('claim'))).toEqual([[3, 5], [4]])
    expect(linesOf(spool.endingsElsewhere('link'))).toEqual([])
    expect(spool.lines).toBe(5)
    expect(['claim', 'elsewhere', 'nowhere'].map((name) => spool.voids(name))).toEqual([
      false,
      true,
      false,
    ])
  })
})

it('counts the occurrences of a line', () => {
  using spool = new Spool()

  expect(['a', 'b', 'a', 'a'].map((digest) => spool.countOccurrence(digest))).toEqual([1, 1, 2, 3])
})

function item(name: string, ...needs: string[]) {
  return { names: [name], needs }
}

function extent(line: number) {
  return { line, offset: line * 10, length: 9 }
}

function namesOf(items: readonly ReturnType<typeof item>[]): string[][] {
  using spool = new Spool()
  for (const [index, each] of items.entries()) spool.add(stage, extent(index), each)
  spool.seal(stage)
  return linesOf(spool.groups(stage)).map((group) =>
    group.flatMap((line) => items[line]?.names ?? []),
  )
}

function linesOf(groups: Iterable<readonly { readonly line: number }[]>): number[][] {
  return [...groups].map((group) => group.map(({ line }) => line))
}
