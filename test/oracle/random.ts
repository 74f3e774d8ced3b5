/** A source of chance that gives the same choices for the same seed, everywhere. */
export interface Random {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** An item, as often as its weight says. */
  weighted<Item extends string>(
    items: readonly Item[],
    weights: Readonly<Record<Item, number>>,
  ): Item
  shuffled<Item>(items: readonly Item[]): Item[]
}

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (count: number) => Math.floor(next() * count)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    weighted: (items, weights) =>
      pick(items.flatMap((item) => Array.from({ length: weights[item] }, () => item))),
    shuffled<Item>(items: readonly Item[]): Item[] {
      const rest = [...items]
      return items.map(() => {
        const item = pick(rest)
        rest.splice(rest.indexOf(item), 1)
        return item
      })
    },
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough to vary test data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
