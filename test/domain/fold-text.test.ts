import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../src/domain/fold-text.ts'

describe('folding a text', () => {
  test.each([
    ['a compatibility ideograph', '\uF981', '\u5973'],
    ['another', '\uF90A 의원', '\u91D1 의원'],
    ['full-width letters', 'ＭＳ', 'ms'],
    ['decomposed Hangul', '매출'.normalize('NFD'), '매출'],
    ['a zero-width space', 'Micro\u200Bsoft', 'microsoft'],
    ['a soft hyphen', 'sales\u00ADman', 'salesman'],
    ['a variation selector', '\u8FBB\u{E0100}', '\u8FBB'],
    ['sharp s', 'STRASSE straße STRAẞE', 'strasse strasse strasse'],
    ['sigma at the end of a word', 'ΟΔΟΣ', 'οδοσ'],
    ['a ligature', 'ﬁgure', 'figure'],
  ])('unites %s with its plain form', (_, text, plain) => {
    expect(foldText(text)).toBe(plain)
  })

  test('keeps letters of different scripts apart', () => {
    expect(foldText('mаcro')).not.toBe(foldText('macro'))
    expect(foldText('가')).not.toBe(foldText('각'))
  })

  test('is the same for every character, whatever its form and case, and changes nothing twice', () => {
    const characters = everyCharacter()
    const folded = foldText(characters)
    const others = [
      folded,
      characters.toUpperCase(),
      characters.toLowerCase(),
      ...(['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => characters.normalize(form)),
    ]

    expect(others.flatMap((other) => differing(foldText(other), folded))).toEqual([])
  })

  test('is the same for every text, whatever its form, and changes nothing twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
        (text, form) => {
          const folded = foldText(text)
          expect(foldText(text.normalize(form))).toBe(folded)
          expect(foldText(folded)).toBe(folded)
        },
      ),
      { seed: 20_251_203, numRuns: 2000 },
    )
  })
})

/** Each on a line of its own, so that none combines with another. */
function everyCharacter(): string {
  const characters: string[] = []
  for (let code = 0x20; code <= 0x10_ff_ff; code += 1) {
    const character = String.fromCodePoint(code)
    if (/[^\p{Cn}\p{Co}\p{Cs}]/u.test(character)) characters.push(character)
  }
  return characters.join('\n')
}

function differing(some: string, others: string): string[] {
  if (some === others) return []
  const lines = others.split('\n')
  return some.split('\n').filter((line, index) => line !== lines[index])
}
