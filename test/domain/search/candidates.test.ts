import { describe, expect, it } from 'vitest'
import { candidateQueries } from '../../../src/domain/search/candidates.ts'
import * as fc from '../../support/fast-check.ts'

const total = 1_000
const tokensOf = (query: string) => [...query.matchAll(/'([^']+)'/g)].map(([, token = '']) => token)

/** Tokens in the order of a sentence, and how many claims have each. */
const sentences = fc
  .array(fc.integer({ min: 0, max: total }), { minLength: 1, maxLength: 100 })
  .map((counts) => new Map(counts.map((count, nth) => [`t${nth}`, count])))

describe('the queries for candidates', () => {
  it('find every claim with a token that they ask for alone, within the limit', () => {
    fc.assert(
      fc.property(sentences, fc.integer({ min: 1, max: 200 }), (counts, max) => {
        const countOf = (token: string) => counts.get(token) ?? 0
        const { alone } = candidateQueries([...counts.keys()], { total, countOf }, max)

        const asked = tokensOf(alone)
        const sum = asked.reduce((found, token) => found + countOf(token), 0)
        expect(sum).toBeLessThanOrEqual(max)
        const left = [...counts].filter(([token]) => !asked.includes(token))
        const rarestLeft = Math.min(...left.map(([, count]) => count))
        expect(asked.every((token) => countOf(token) <= rarestLeft)).toBe(true)
        // Whatever else fits is asked for, up to as many tokens as count.
        expect(left.length === 0 || asked.length === 64 || sum + rarestLeft > max).toBe(true)
      }),
    )
  })

  it('ask for something of every sentence, and for two words where one is too common', () => {
    fc.assert(
      fc.property(sentences, (counts) => {
        const countOf = (token: string) => counts.get(token) ?? 0
        const tokens = [...counts.keys()]
        const { alone, together } = candidateQueries(tokens, { total, countOf }, 50)

        const isAllCommon = Math.min(...counts.values()) === total
        expect(isAllCommon || alone + together !== '').toBe(true)
        expect(together === '' || together.includes(' & ') || tokensOf(together).length === 1).toBe(
          true,
        )
      }),
    )
  })
})
