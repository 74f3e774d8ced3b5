import { describe, expect, test } from 'vitest'
import { findInLanguage, isOfLanguage, language, languageRange } from '../../src/domain/language.ts'

describe('a language tag', () => {
  test.each(['en', 'ko-KR', 'zh-Hant-TW', 'sr-Latn', 'de-1996'])('is %s', (tag) => {
    expect(language.safeParse(tag).success).toBe(true)
  })

  test.each([
    ['EN', 'en'],
    ['KO', 'ko'],
    ['zh_TW', 'zh-TW'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['en-us', 'en-US'],
    ['iw', 'he'],
  ])('is not %s but %s', (tag, right) => {
    expect(language.safeParse(tag).error?.issues[0]?.message).toContain(`"${right}"`)
  })

  test.each(['', 'k', '*', 'korean language', 'ko-', '한국어'])('is not %j', (tag) => {
    expect(language.safeParse(tag).error?.issues[0]?.message).toContain('BCP 47')
  })
})

describe('a language range', () => {
  test.each([
    ['ko', 'ko-KR', true],
    ['ko', 'ko', true],
    ['ko', 'kok', false],
    ['ko-KR', 'ko', false],
    ['zh-Hant', 'zh-Hant-TW', true],
    ['zh-TW', 'zh-Hant-TW', false],
    ['KO-kr', 'ko-KR', true],
    ['*', 'de', true],
  ])('%s of %s: %s', (range, tag, isOf) => {
    expect(isOfLanguage(tag, languageRange.parse(range))).toBe(isOf)
  })

  test('finds the plain tag before its varieties', () => {
    const items = [{ lang: 'ko-KR' }, { lang: 'ko' }, { lang: 'ko-KP' }]
    expect(findInLanguage(items, 'ko')).toEqual({ lang: 'ko' })
    expect(findInLanguage(items.slice(2), 'ko')).toEqual({ lang: 'ko-KP' })
    expect(findInLanguage(items, 'en')).toBeUndefined()
  })
})
