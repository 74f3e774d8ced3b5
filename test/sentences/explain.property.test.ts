import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { Explained, QuotedClaim } from '../../src/sentences/explanation.ts'
import { quotation } from '../../src/sentences/quotation.ts'
import { explained } from './arbitrary-explained.ts'

/** What is quoted of a status: the words of its first cite, if they are known. */
function firstWords(told: Explained): string | null {
  const [cite]: readonly QuotedClaim[] = 'cites' in told ? told.cites : []
  return cite?.words ?? null
}

describe.each(displayLanguages)('whatever is told (%s), the words', (lang) => {
  const hold = (check: (told: Explained, text: string) => void) =>
    fc.assert(
      fc.property(explained, (told) => check(told, explain(told, lang))),
      { numRuns: 2000 },
    )

  test('are whole sentences on one line', () => {
    hold((_, text) => {
      expect(text).toMatch(/^\S.*\.$/)
      expect(text).not.toMatch(/ {2}| [,.;)]|\( |\.\.|;\.|,,|undefined|null|\[object/)
    })
  })

  test('quote the first cite', () => {
    hold((told, text) => {
      const words = firstWords(told)
      if (words !== null) expect(text).toContain(quotation(words, lang))
    })
  })

  test('name nobody as a person', () => {
    hold((told, text) => {
      const said = JSON.stringify(told)
      const phrase = { en: 'speaker who is not named', ko: '이름이 밝혀지지 않은 발언자' }[lang]
      if (text.includes(phrase)) expect(said).toContain('"isUnnamed":true')
      expect(text).not.toContain('nobody,')
    })
  })

  test('say that something was given up only where a concession took it', () => {
    const givenUp = { en: /\bg[ai]ve(?: that)? up\b/, ko: /포기/ }[lang]
    hold((told, text) => {
      const said = JSON.stringify(told)
      if (!/"kind":"(?:conceded|given_up)"/.test(said)) expect(text).not.toMatch(givenUp)
    })
  })

  test('say of no claim that it was denied when every answer is on another point', () => {
    const denied = { en: /\bdenied (?:it|this)\b/, ko: /부인했/ }[lang]
    hold((told, text) => {
      if (told.status !== 'denied' && told.status !== 'answered') return
      const cites = told.cites.slice(0, 2)
      const isMet = ({ relation, party, otherPoint, isRuling }: (typeof cites)[number]) =>
        relation === 'rebuts' && party !== null && otherPoint === null && !isRuling
      if (!cites.some(isMet)) expect(text).not.toMatch(denied)
    })
  })

  test('quote at most two answers to the claim', () => {
    hold((told, text) => {
      if (told.status !== 'denied' || told.cites.length < 3) return
      const counted = told.cites.length - 2 + (told.moreCites ?? 0)
      expect(text).toContain({ en: `and ${counted} more answer`, ko: `${counted}건 더 있` }[lang])
    })
  })
})
