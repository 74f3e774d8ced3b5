import { describe, expect, test } from 'vitest'
import { patternsOfTerm, type PatternToken } from '../../../src/domain/search/patterns.ts'
import { searchTerms } from '../../../src/domain/search/terms.ts'

/** The terms of a search, each with the patterns of which one must occur. */
function asked(query: string): string {
  return searchTerms(query)
    .map((term) => {
      const patterns = patternsOfTerm(term).map((each) => each.map(shown).join(' '))
      return `${term.isExcluded ? 'not ' : ''}${patterns.join(' | ')}`
    })
    .join(', ')
}

function shown({ token, offset, isPrefix = false, weights = [] }: PatternToken): string {
  return `${token}@${offset}${isPrefix ? '*' : ''}${weights.join('')}`
}

describe('the terms of a search', () => {
  test.each([
    ['공항에서는', '공항@0 | 공@0A 항@1A'],
    ['배터리', '배터@0 터리@1 | 배@0A 터리@1 | 배터@0 리@2A'],
    ['전기요금', '전@0A 기요@1 요금@2 | 전기@0 요금@2 | 전기@0 기요@1 금@3A'],
    ['빵', '빵@0*'],
    ['AI칩을', 'ai칩@0'],
    ['K-팝', 'k팝@0'],
    ['LG화학', 'lg@0 화학@1'],
    ['250명은', '250명@0'],
    ['3만', '3만@0'],
    ['1조 2000억', '1조@0 2000억@2'],
    ['4월 5일에', '4월@0 5일@2'],
    ['0.7%', '0.7@0 %@1'],
    ['“코드 레드”', '코드@0 레드@2'],
    ['「plant closed」', 'plant@0 closed@1'],
    ['«plant closed» ‘a b’', 'plant@0 closed@1, a@0 b@1'],
    [
      'closed shop',
      'closed@0 | close@0 | ~close@0 | closedshop@0, shop@0 | ~shop@0 | closedshop@0',
    ],
    ['don’t', 'dont@0 | ~dont@0 | don@0 t@1'],
    ['tariff -steel', 'tariff@0 | ~tariff@0, not steel@0 | ~steel@0'],
    ['공항 -"인천 공항"', '공항@0 | 공@0A 항@1A, not 인천@0 공항@2'],
    ['covid-19 e-mail', 'covid@0 19@1, email@0 | ~email@0 | e@0 mail@1'],
    ['MS는 "unclosed', 'ms@0, unclosed@0 | ~unclos@0'],
    ['100%_ sure', '100@0 %@1, sure@0 | ~sure@0'],
    ['… — ! -', ''],
  ])('of %j are %j', (query, expected) => {
    expect(asked(query)).toBe(expected)
  })
})
