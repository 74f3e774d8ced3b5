import * as fc from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { inline, quotation, quotationMax, shortened } from '../../src/sentences/quotation.ts'

describe('quotation', () => {
  test.each([
    ['plain words', '낮춘 적이 없다', '“낮춘 적이 없다”', '“낮춘 적이 없다”'],
    ['an apostrophe', "Foundry's share", "“Foundry's share”", "“Foundry's share”"],
    ['single marks', "MS의 '코파일럿'을", "“MS의 '코파일럿'을”", "“MS의 '코파일럿'을”"],
    ['double marks', '"뜻"이라고', '‘"뜻"이라고’', '‘"뜻"이라고’'],
    ['curly double marks', 'He said “no”', '‘He said “no”’', '‘He said “no”’'],
    ['both', `"it's 'no'"`, `«"it's 'no'"»`, `「"it's 'no'"」`],
    ['every mark', `"a" 'b' «c» 「d」`, `“"a" 'b' «c» 「d」”`, `“"a" 'b' «c» 「d」”`],
    ['line breaks and tabs', ' 목표를\n\n낮춘\t적이 ', '“목표를 낮춘 적이”', '“목표를 낮춘 적이”'],
    ['right-to-left words', 'שלום', '“\u2068שלום\u2069”', '“\u2068שלום\u2069”'],
  ])('%s', (_, words, en, ko) => {
    expect(quotation(words, 'en')).toBe(en)
    expect(quotation(words, 'ko')).toBe(ko)
  })

  it('leaves words at the limit whole, and marks what it cuts', () => {
    expect(quotation('가'.repeat(quotationMax), 'ko')).toBe(`“${'가'.repeat(quotationMax)}”`)
    expect(quotation('가'.repeat(quotationMax + 1), 'ko')).toBe(`“${'가'.repeat(quotationMax)}…”`)
  })

  it('cuts at the end of a word, also of one that ends at the limit', () => {
    expect(quotation('매출 목표를 하향 조정했다', 'ko', 8)).toBe('“매출 목표를…”')
    expect(quotation('매출 목표를 하향 조정했다', 'ko', 6)).toBe('“매출 목표를…”')
    expect(quotation('매출 목표를 하향 조정했다', 'ko', 7)).toBe('“매출 목표를…”')
  })

  it('closes an isolate of direction that it cuts', () => {
    expect(shortened('wrote \u2066@news desk of ours\u2069 today', 12)).toBe(
      'wrote \u2066@news…\u2069',
    )
    expect(shortened('wrote \u2066@news\u2069 today and more', 14)).toBe('wrote \u2066@news\u2069…')
  })

  it('cuts 5,000 characters without a space between whole characters', () => {
    const family = '👩‍👩‍👧'
    expect(quotation(family.repeat(600), 'en', 3)).toBe(`“${family.repeat(3)}…”`)
    // Three letters of old Hangul that make one syllable.
    const syllable = '\u1100\u119E\u11AB'
    expect(quotation(syllable.repeat(1600), 'ko', 2)).toBe(`“${syllable.repeat(2)}…”`)
  })

  it('changes no word: what it quotes begins the words, white space apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const line = words.replaceAll(/\s+/gu, ' ').trim()
        const quoted = [...quotation(words, 'ko')].slice(1, -1).join('')
        const kept = quoted.replaceAll(/[\u2068\u2069]/g, '').replace(/…$/, '')
        expect(line.replaceAll(/[\u2068\u2069]/g, '').startsWith(kept)).toBe(true)
      }),
    )
  })
})

describe('inline', () => {
  it('keeps a name to one line', () => {
    expect(inline(' The\nInformation ')).toBe('The Information')
  })
})
