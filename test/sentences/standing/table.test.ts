import { describe, expect, it, test } from 'vitest'
import { displayLanguages } from '../../../src/domain/display-language.ts'
import { enumerate } from '../../../src/domain/enumerate.ts'
import { groupOf, statuses } from '../../../src/domain/status.ts'
import { markColours, markShapes } from '../../../src/sentences/table/marks.ts'
import { standingCases, standings } from '../../../src/sentences/table/standings.ts'
import {
  statusMark,
  statusVocabulary,
  statusWord,
} from '../../../src/sentences/table/vocabulary.ts'

describe('the table of standings', () => {
  test.each(standingCases)('%s has words in every language, and a sentence', (found) => {
    const { word, prefix, sentence } = standings[found]
    for (const lang of displayLanguages) {
      expect(word[lang]).not.toBe('')
      expect(sentence[lang]).toMatch(/[.]$/)
      expect(prefix?.[lang]).not.toBe('')
    }
  })

  it('draws silence as a hollow grey ring, and nothing else but what is as unsettled', () => {
    const { mark } = standings.unanswered
    expect(mark).toEqual({ shape: 'ring', colour: 'grey' })
    expect(standings.asked.mark).toEqual(mark)
  })

  it('keeps teal for what was admitted or found', () => {
    const teal = standingCases.filter((found) => standings[found].mark.colour === 'teal')
    expect(teal).toEqual(['admitted', 'ruled_for'])
  })

  it('fills the disc only where a challenge was met', () => {
    const full = standingCases.filter((found) => standings[found].mark.shape === 'disc')
    expect(full).toEqual(['answered', 'admitted', 'ruled_for'])
  })

  it('has another shape for each colour but the two full discs and the greys', () => {
    const shapes = Object.values(markShapes)
    expect(new Set(shapes).size).toBe(shapes.length)
    const colours = Object.values(markColours).map(({ light }) => light)
    expect(new Set(colours).size).toBe(colours.length)
  })

  it('puts a prefix before what is closed, contested or no claim at all, and before nothing else', () => {
    const marked = standingCases.filter((found) => standings[found].prefix !== null)
    expect(marked).toEqual([
      'denied',
      'answered_elsewhere',
      'answered_partly',
      'answered_among_others',
      'answered_partly_among_others',
      'contested',
      'disputed',
      'countered',
      'basis_lost',
      'countered_elsewhere',
      'ruled_against',
      'ruled_elsewhere',
      'set_aside',
      'withdrawn',
      'corrected',
      'voided',
    ])
  })

  it('gives no verdict', () => {
    const words = JSON.stringify([standings, statusVocabulary]).replaceAll('검증 아님', '')
    expect(words).not.toMatch(/\b(?:true|false|verified|proven|debunked|credible|right)\b/i)
    expect(words).not.toMatch(/진실|거짓|허위|사실무근|검증/)
  })
})

describe('the vocabulary of statuses', () => {
  it('has every status once, in the order of the decision table, with its group', () => {
    expect(statusVocabulary.map(({ status }) => status)).toEqual(statuses)
    for (const { status, group } of statusVocabulary) expect(group).toBe(groupOf[status])
  })

  it('gives each status its own word and its own meaning, in one sentence, without names', () => {
    for (const lang of displayLanguages) {
      const words = statuses.map((status) => statusWord(status, lang))
      const meanings = statusVocabulary.map(({ meaning }) => meaning[lang])
      expect(new Set(words).size).toBe(statuses.length)
      expect(new Set(meanings).size).toBe(statuses.length)
      for (const meaning of meanings) expect(meaning).toMatch(/^[^.。]+[.。]$/)
      for (const word of words) expect(word).not.toMatch(/[{}[\]|]/)
    }
  })

  it('says of what nobody contradicts nothing about answers, of which it may have some', () => {
    const { meaning } = statusVocabulary.find(({ status }) => status === 'unchallenged') ?? {}
    expect(meaning?.en).not.toMatch(/answer/)
    expect(meaning?.ko).not.toMatch(/답변/)
  })

  it('keeps silence apart from what stands', () => {
    expect(groupOf.unchallenged).toBe('untested')
    expect(statusMark('unchallenged')).toEqual(standings.unanswered.mark)
    expect(statusWord('unchallenged', 'en')).toContain('not examined')
    expect(statusWord('unchallenged', 'ko')).toContain('검증 아님')
  })
})

describe('enumerate', () => {
  test.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A and B', 'A, B'],
    [['A', 'B', 'C'], 'A, B and C', 'A, B, C'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more', 'A, B, C 외 2곳'],
  ])('%j', (names, en, ko) => {
    expect(enumerate(names, 'en')).toBe(en)
    expect(enumerate(names, 'ko')).toBe(ko)
  })
})
