import { describe, expect, it, test } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { enumerate } from '../../src/domain/enumerate.ts'
import { readerLabel, statusMeaning, statusVocabulary } from '../../src/domain/status-labels.ts'
import { groupOf, statuses } from '../../src/domain/status.ts'

describe('readerLabel', () => {
  test.each([
    ['withdrawn', 'Withdrawn by its author', '발언 철회'],
    ['corrected', 'Replaced by its author', '정정·대체됨'],
    ['ruled_against', 'Ruled against by [body]', '[기관] 판단과 배치'],
    ['ruled_for', 'Found by [body]', '[기관] 인정'],
    ['basis_lost', 'What it rests on has fallen', '근거 상실'],
    ['countered', 'Countered, no standing answer on record', '반박됨(유효한 재반박 없음)'],
    ['denied', 'Denied or contested by the party it is about', '당사자 부인'],
    ['disputed', 'Disputed, unresolved', '공방 중'],
    ['admitted', 'Confirmed by the party it is about', '당사자 인정'],
    ['answered', 'Challenged; every challenge answered or withdrawn', '반론 해소'],
    ['unchallenged', 'No counterpoint on record', '기록된 반론 없음'],
  ] as const)('%s reads as the rules have it', (status, en, ko) => {
    expect(readerLabel(status, 'en')).toBe(en)
    expect(readerLabel(status, 'ko')).toBe(ko)
  })

  it('names the bodies that ruled', () => {
    const bodies = ['Seoul High Court', 'Fair Trade Commission']

    expect(readerLabel('ruled_for', 'en', { bodies })).toBe(
      'Found by Seoul High Court and Fair Trade Commission',
    )
    expect(readerLabel('ruled_against', 'ko', { bodies: ['공정거래위원회'] })).toBe(
      '공정거래위원회 판단과 배치',
    )
  })

  it('says of a ruling that it was set aside, not that it was ruled against', () => {
    const details = { bodies: ['대법원'], isRuling: true }

    expect(readerLabel('ruled_against', 'ko', details)).toBe('대법원에 의해 취소·정지')
    expect(readerLabel('ruled_against', 'en', { isRuling: true })).toBe(
      'Set aside or suspended by [body]',
    )
    expect(readerLabel('ruled_for', 'ko', details)).toBe('대법원 인정')
  })

  it('takes a body by its name, whatever signs the name holds', () => {
    expect(readerLabel('ruled_for', 'en', { bodies: ["$& $' Court"] })).toBe("Found by $& $' Court")
  })
})

describe('the vocabulary of statuses', () => {
  it('has every status once, in the order of the decision table, with its group', () => {
    expect(statusVocabulary.map(({ status }) => status)).toEqual(statuses)
    for (const { status, group } of statusVocabulary) expect(group).toBe(groupOf[status])
  })

  it('gives each status its own label and its own meaning, in one sentence', () => {
    for (const lang of displayLanguages) {
      const labels = statusVocabulary.map(({ label }) => label[lang])
      const meanings = statuses.map((status) => statusMeaning(status, lang))
      expect(new Set(labels).size).toBe(statuses.length)
      expect(new Set(meanings).size).toBe(statuses.length)
      for (const meaning of meanings) expect(meaning).toMatch(/^[^.。]+[.。]$/)
    }
  })

  it('gives no verdict', () => {
    const words = JSON.stringify(statusVocabulary)
    expect(words).not.toMatch(/\b(?:true|false|verified|proven|debunked|credible|wrong|right)\b/i)
    expect(words).not.toMatch(/진실|거짓|허위|사실무근|검증/)
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
