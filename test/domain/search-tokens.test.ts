import * as fc from 'fast-check'
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
    ['Straße Δοκιμή', ['strasse', 'δοκιμη']],
    ['ธนาคาร', ['ธน', 'นา', 'าค', 'คา', 'าร']],
    ['30대\uF981 구속', ['30', '대女', '구속']],
    ['Micro\u200Bsoft', ['microsoft']],
    ['大法院 𠮷野家', ['大法', '法院', '𠮷野', '野家']],
    ["' & | ! \\ <-> :* %_", []],
  ])('of %j are %j', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })

  test('are the same however the Unicode is composed', () => {
    expect(searchTokens('매출 목표'.normalize('NFD'))).toEqual(searchTokens('매출 목표'))
  })
})

describe('a token', () => {
  const scripts = ['ก', 'ກ', 'ក', 'က', 'ཀ', 'ꦏ', '\u1A20', 'W', '7', '가', '女', '𝒳', 'ﷺ', '𒀀', 'ب']

  test.each(scripts)('never exceeds 256 bytes, however many %s follow each other', (letter) => {
    const tokens = searchTokens(letter.repeat(5000))

    expect(tokens.length).toBeGreaterThan(1)
    expect(Math.max(...tokens.map((token) => Buffer.byteLength(token)))).toBeLessThanOrEqual(256)
  })

  test('is one of letters, digits and marks alone, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(searchTokens(text).filter((token) => !/^[\p{L}\p{N}\p{M}]+$/u.test(token))).toEqual(
          [],
        )
      }),
      { seed: 20_251_203, numRuns: 200 },
    )
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
