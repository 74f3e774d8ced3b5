import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/cli/bundle-file/in-order.ts'

describe('inOrder', () => {
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
})

function item(name: string, ...needs: string[]) {
  return { names: [name], needs }
}

function namesOf(items: readonly ReturnType<typeof item>[]): string[][] {
  return inOrder(items).map((group) => group.flatMap(({ names }) => names))
}
