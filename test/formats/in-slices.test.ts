import {
  anything,
  array,
  assert,
  asyncProperty,
  dictionary,
  oneof,
  string,
} from '../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { jsonInSlices, mapInSlices, OneByOne } from '../../src/formats/in-slices.ts'

const value = anything({ withDate: true, withNullPrototype: false })

describe('jsonInSlices', () => {
  it('writes what JSON.stringify writes', async () => {
    const lists = array(value, { minLength: 0, maxLength: 60, size: 'max' })
    await assert(
      asyncProperty(dictionary(string(), oneof(value, lists)), async (object) => {
        expect(await jsonInSlices(object)).toBe(JSON.stringify(object))
      }),
    )
  })

  it('lets others work meanwhile', async () => {
    const items = Array.from({ length: 200_000 }, (_, id) => ({ id, words: 'words '.repeat(20) }))
    let turns = 0
    const other = setInterval(() => (turns += 1), 0)
    const json = await jsonInSlices({ items })
    clearInterval(other)

    expect(json).toBe(JSON.stringify({ items }))
    expect(turns).toBeGreaterThan(3)
  })
})

describe('mapInSlices', () => {
  it('fails with what the mapping throws', async () => {
    const failed = mapInSlices([1, 2], (item) => {
      throw new Error(`no ${item}`)
    })
    await expect(failed).rejects.toThrow('no 1')
  })
})

/** Computes for a while, and fails at the fourth. */
function compute(nth: number): number {
  for (const begun = performance.now(); performance.now() - begun < 5;);
  if (nth === 3) throw new Error('no 3')
  return nth
}

describe('OneByOne', () => {
  it('lets others work between computations, and goes on after one that fails', async () => {
    const line = new OneByOne()
    let turns = 0
    const other = setInterval(() => (turns += 1), 0)
    const all = Array.from({ length: 10 }, (_, nth) => line.run(() => compute(nth)))
    const results = await Promise.allSettled(all)
    clearInterval(other)

    expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
      Array.from({ length: 10 }, (_, nth) => nth !== 3),
    )
    expect(turns).toBeGreaterThan(5)
  })
})
