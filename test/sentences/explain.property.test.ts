import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { fitOf } from '../../src/sentences/answered-points.ts'
import { explain, explainTwice } from '../../src/sentences/explain.ts'
import type { Explained, QuotedClaim } from '../../src/sentences/explanation.ts'
import { quotation } from '../../src/sentences/quotation.ts'
import { explained } from './arbitrary-explained.ts'

const slips = / {2}| [,.;)]|\( |\.\.|;\.|,,|undefined|null|\[object/
const unnamed = { en: 'speaker who is not named', ko: '이름이 밝혀지지 않은 발언자' }
const givenUp = { en: /\bg[ai]ve(?: that)? up\b/, ko: /포기/ }
const against = {
  en: /\b(?:denied|contradicted) (?:it|this)\b|found otherwise|countered this|contested/,
  ko: /부인했|상반되게|다른 결론|이의를|반론을 제기/,
}
const denied = { en: /\bdenied (?:it|this)\b/, ko: /부인했/ }

describe.each(displayLanguages)('whatever is told (%s), the words', (lang) => {
  const violation = (holds: (told: Explained, text: string) => boolean) => {
    const property = fc.property(explained, (told) => holds(told, explain(told, lang)))
    const { counterexample } = fc.check(property, { numRuns: 2000 })
    return counterexample?.map((told) => [explain(told, lang), told]) ?? null
  }

  test('are whole sentences on one line', () => {
    expect(violation((_, text) => /^\S.*\.$/.test(text) && !slips.test(text))).toBeNull()
  })

  test('have at most two clauses a sentence', () => {
    const joints = { en: /; (?!and \d+ more)/g, ko: /으나,|으며,/g }[lang]
    expect(
      violation((_, text) => {
        const spoken = text.replaceAll(/“[^”]*”|‘[^’]*’|「[^」]*」/g, '')
        return spoken.split('. ').every((each) => [...each.matchAll(joints)].length <= 1)
      }),
    ).toBeNull()
  })

  test('quote the first cite', () => {
    expect(
      violation((told, text) => {
        const words = firstWords(told)
        return words === null || text.includes(quotation(words, lang))
      }),
    ).toBeNull()
  })

  test('have a short form that quotes nothing that is shown beside it', () => {
    const property = fc.property(explained, (told) => {
      const { short } = explainTwice(told, lang)
      const shown = [...wordsIn(told), ...(told.openPoints ?? []).map(({ text }) => text)]
      return (
        /^\S.*\.$/.test(short) &&
        !slips.test(short) &&
        !shown.some((words) => short.includes(quotation(words, lang)))
      )
    })
    expect(fc.check(property, { numRuns: 2000 }).counterexample).toBeNull()
  })

  test('tell of somebody not named only where nobody is, and never by an id', () => {
    expect(
      violation((told, text) => {
        const isUnnamed = JSON.stringify(told).includes('"isUnnamed":true')
        return (isUnnamed || !text.includes(unnamed[lang])) && !text.includes('nobody-')
      }),
    ).toBeNull()
  })

  test('say that something was given up only where a concession took it', () => {
    expect(
      violation((told, text) => {
        const isConceded = /"kind":"(?:conceded|given_up)"/.test(JSON.stringify(told))
        return isConceded || !givenUp[lang].test(text)
      }),
    ).toBeNull()
  })

  test('say of no claim that it was denied when every answer is on another point', () => {
    expect(violation((told, text) => isDenied(told) || !denied[lang].test(text))).toBeNull()
  })

  test('say of nobody whom the claim answers, or who answers something else, that they contradict it', () => {
    expect(violation((told, text) => isContradicted(told) || !against[lang].test(text))).toBeNull()
  })

  test('quote at most two answers to the claim', () => {
    expect(
      violation((told, text) => {
        if (told.status !== 'denied' || told.cites.length < 3) return true
        const counted = told.cites.length - 2 + (told.moreCites ?? 0)
        return text.includes({ en: `and ${counted} more answer`, ko: `${counted}건 더 있` }[lang])
      }),
    ).toBeNull()
  })
})

/** All words that a sentence may quote. */
function wordsIn(told: unknown): readonly string[] {
  if (typeof told !== 'object' || told === null) return []
  return Object.entries(told).flatMap(([name, value]) =>
    name === 'words' && typeof value === 'string' ? [value] : wordsIn(value),
  )
}

/** What is quoted of a status: the words of its first cite, if they are known. */
function firstWords(told: Explained): string | null {
  const [cite]: readonly QuotedClaim[] = 'cites' in told ? told.cites : []
  return cite?.words ?? null
}

/** Whether a party denies the claim itself in one of the answers that are quoted. */
function isDenied(told: Explained): boolean {
  const attacks = 'cites' in told ? told.cites.slice(0, 2) : []
  return attacks.some(
    (cite) =>
      'otherPoint' in cite &&
      cite.relation === 'rebuts' &&
      cite.party !== null &&
      fitOf(cite) === 'meets' &&
      !cite.isRuling,
  )
}

/** Whether a cite that may be quoted contradicts the claim itself, or stands for something else. */
function isContradicted(told: Explained): boolean {
  const cites: readonly object[] = 'cites' in told ? told.cites.slice(0, 2) : [told]
  const isAside = told.isRuling || (told.setAside?.named.length ?? 0) > 0
  // Only what answers a claim counters it.
  const isAnswering = (cite: object) => told.status === 'countered' && 'answered' in cite
  return isAside || cites.some((cite) => !isTurned(cite) || isAnswering(cite))
}

/** Whether a cite answers something else, or is answered; a ruling may be that, and be against it. */
function isTurned(cite: object): boolean {
  if ('isElsewhere' in cite && cite.isElsewhere === true) return true
  if (!('answered' in cite)) return false
  return !('reference' in cite) || JSON.stringify(cite.answered).includes('"other_point"')
}
