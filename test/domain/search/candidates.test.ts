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

  it('find what a sentence repeats, whatever words of no claim stand around it', () => {
    // What is in no statistics is taken for rare: words of no claim look rarer than any name.
    const counts = new Map([
      ...['보도', '도에', '따르', '르면', '다고', '한다'].map((token) => [token, 120] as const),
      ...['며켜', '켜탸', '륜쿼', '쿼됸', '퇘쵄', '쵄풔'].map((token) => [token, 500] as const),
      ...['시장', '전체', '체가', '줄었', '었다'].map((token) => [token, 60_000] as const),
    ])
    const rarity = { total: 1_000_000, countOf: (token: string) => counts.get(token) ?? 0 }
    const claim = new Set([...counts.keys()].slice(6))

    const { alone, together } = candidateQueries([...counts.keys()], rarity, 90)

    expect(alone).toBe('')
    expect(matches(together, claim)).toBe(true)
    // One name alone, in both of its tokens, is not enough: very many claims have it.
    expect(matches(together, new Set(['며켜', '켜탸', '시장', '줄었']))).toBe(false)
    expect(matches(together, new Set(['며켜', '켜탸', '쵄풔']))).toBe(true)
  })
})

/** What the database finds by a tsquery. */
function matches(query: string, tokens: ReadonlySet<string>): boolean {
  let before = ''
  let after = query.replaceAll(/'([^']+)'/g, (_, token: string) => (tokens.has(token) ? 't' : 'f'))
  while (before !== after) {
    before = after
    after = simpler(before)
  }
  if (after !== 't' && after !== 'f') throw new Error(`It is not read to the end: ${after}`)
  return after === 't'
}

function simpler(query: string): string {
  return query
    .replaceAll(/\(([tf])\)/g, '$1')
    .replaceAll(/([tf]) & ([tf])/g, (_, a, b) => (a === 't' && b === 't' ? 't' : 'f'))
    .replaceAll(/(?<!& )([tf]) \| ([tf])(?! &)/g, (_, a, b) => (a === 't' || b === 't' ? 't' : 'f'))
}
