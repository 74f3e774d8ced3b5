import * as fc from '../../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { placedTokens } from '../../../src/domain/search/placed-tokens.ts'

/** Tokens as `token:position` with the weight, if it is not D. */
function shown(text: string): string {
  return [...placedTokens(text)]
    .map(({ token, position, weight }) => `${token}:${position}${weight === 'D' ? '' : weight}`)
    .join(' ')
}

describe('the tokens of a text', () => {
  test.each([
    ['매출 목표를', '매출:1A 출:2C 목표:3A 표:4C 표를:4C'],
    ['공항에서는', '공항:1A 항:2C 항에:2 에서:3C 서는:4C'],
    ['챗GPT의', '챗:1A gpt:2A gpt의:2A'],
    ['Naïve façade, ½ Å', 'naive:1A ~naiv:1 facade:2A ~facad:2 1:3A 2:4A a:5A'],
    ['25~50%', '25:1A 50:2A %:3A'],
    ['0.7%p, 1,234.5', '0.7:1A %:2 p:3A 1234.5:4A'],
    ['2025.12.8', '2025:1A 12:2A 8:3A'],
    ['1조 2,000억원', '1:1A 1조:1A 조:2A 2000:3A 2000억:3B 억원:4A 원:5C'],
    ['ＭＳ는', 'ms:1A ms는:1A'],
    ['Straße Δοκιμή', 'strasse:1A ~strass:1 δοκιμη:2A'],
    ['ธนาคาร', 'ธน:1B นา:2 าค:3 คา:4 าร:5C ร:6C'],
    ['30대\uF981 구속', '30:1A 30대:1B 대女:2A 女:3C 구속:4A 속:5C'],
    ['Micro\u200Bsoft’s', 'microsoft:1A'],
    ['大法院 𠮷野家', '大法:1B 法院:2C 院:3C 𠮷野:4B 野家:5C 家:6C'],
    ['U.S., u.n. and e.g', 'us:1A un:2A and:3A eg:4A'],
    ['co-operate covid-19', 'cooperate:1A ~cooper:1 co:1A operate:2A ~oper:2 covid:3A 19:4A'],
    ['HBM4E, GPT-5.1', 'hbm:1A 4:2A e:3A gpt:4A 5.1:5A'],
    ['% sure', 'sure:1A'],
    ["' & | ! \\ <-> :* _", ''],
  ])('of %j are %j', (text, tokens) => {
    expect(shown(text)).toBe(tokens)
  })

  test('are the same however the Unicode is composed', () => {
    expect(shown('매출 목표'.normalize('NFD'))).toBe(shown('매출 목표'))
  })

  test.each([
    ['사과를', '사과'],
    ['은행과', '은행'],
    ['어린이', '어린'],
    ['기자들에게서는', '기자'],
    ['서울로부터', '서울'],
    ['부산으로', '부산'],
    ['은행이라고', '은행'],
    ['노트라고', '노트'],
  ])('mark where %s ends without particles', (word, bare) => {
    const ends = [...placedTokens(word)].filter(({ weight }) => weight === 'A' || weight === 'C')

    expect(ends.map(({ token }) => token)).toContain(bare.slice(-2))
    expect(ends.map(({ token, position }) => `${token}${position}`)).toContain(
      `${bare.at(-1)}${bare.length}`,
    )
  })

  test.each(['가을', '마을', '사과', '학교'])('do not cut %s, whose end is no particle', (word) => {
    expect([...placedTokens(word)].find(({ position }) => position === 1)?.token).toBe(word)
  })
})

describe('a token', () => {
  const scripts = ['ก', 'ກ', 'ក', 'က', 'ཀ', 'ꦏ', '\u1A20', 'W', '7', '가', '女', '𝒳', 'ﷺ', '𒀀', 'ب']

  test.each(scripts)('never exceeds 256 bytes, however many %s follow each other', (letter) => {
    const tokens = [...placedTokens(letter.repeat(5000))].map(({ token }) => token)

    expect(tokens.length).toBeGreaterThan(1)
    expect(Math.max(...tokens.map((token) => Buffer.byteLength(token)))).toBeLessThanOrEqual(260)
  })

  test('is one of letters, digits, points and our marks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = [...placedTokens(text)].map(({ token }) => token)

        expect(tokens.filter((token) => !/^[\p{L}\p{N}\p{M}.%‰~]+$/u.test(token))).toEqual([])
      }),
      { seed: 20_251_203, numRuns: 300 },
    )
  })
})
