import { describe, expect, test } from 'vitest'
import { searchTerms } from '../../src/domain/search-terms.ts'
import { searchTokens } from '../../src/domain/search-tokens.ts'

describe('the tokens of a text', () => {
  test.each([
    ['매출 목표를', ['매출', '목표', '표를']],
    ['챗GPT의', ['챗', 'gpt', '의']],
    ['Naïve façade, ½ Å', ['naive', 'facade', '1', '2', 'a']],
    ['25~50%', ['25', '50']],
    ['ＭＳ는', ['ms', '는']],
    ['Straße Δοκιμή', ['straße', 'δοκιμη']],
    ['大法院 𠮷野家', ['大法', '法院', '𠮷野', '野家']],
    ["' & | ! \\ <-> :* %_", []],
  ])('of %j are %j', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })

  test('are the same however the Unicode is composed', () => {
    expect(searchTokens('매출 목표'.normalize('NFD'))).toEqual(searchTokens('매출 목표'))
  })
})

describe('the terms of a search', () => {
  test.each([
    ['목표를 낮췄다', ['목표', '낮췄 췄다']],
    ['"코드 레드"', ['코드 레드']],
    ['MS는 "unclosed', ['ms', 'unclosed']],
    ['100%_ sure', ['100', 'sure']],
    ['… — !', []],
  ])('of %j are %j', (query, bare) => {
    expect(searchTerms(query).map((term) => term.bare)).toEqual(bare)
  })
})
