import * as fc from '../../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { compareDecimals, parseDecimal } from '../../../src/domain/decimal.ts'
import { displayLanguages } from '../../../src/domain/display-language.ts'
import { numberWords } from '../../../src/sentences/figures/number-words.ts'

describe('numberWords', () => {
  test.each([
    ['0', '0', '0'],
    ['-12.5', '−12.5', '−12.5'],
    ['999', '999', '999'],
    ['9999', '9,999', '9,999'],
    ['10000', '10,000', '1만'],
    ['12345.67', '12,345.67', '1만 2,345.67'],
    ['10000.5', '10,000.5', '1만 0.5'],
    ['999999', '999,999', '99만 9,999'],
    ['1000000', '1 million', '100만'],
    ['25000000', '25 million', '2,500만'],
    ['123456789', '123,456,789', '1억 2,345만 6,789'],
    ['320000000', '320 million', '3억 2,000만'],
    ['-1500000000000', '−1.5 trillion', '−1조 5,000억'],
    ['100000000000000000000', '100,000,000 trillion', '10,000경'],
  ])('%s is "%s" and "%s"', (decimal, en, ko) => {
    expect(numberWords(parseDecimal(decimal), 'en')).toBe(en)
    expect(numberWords(parseDecimal(decimal), 'ko')).toBe(ko)
  })

  it('says the very number, in every language', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 6 }))
      .map(([digits, scale]) => ({ digits, scale }))

    fc.assert(
      fc.property(decimal, fc.constantFrom(...displayLanguages), (value, lang) => {
        const read = readBack(numberWords(value, lang))
        expect(compareDecimals(read, value)).toBe(0)
      }),
    )
  })
})

const sizes: Readonly<Record<string, number>> = {
  million: 6,
  billion: 9,
  trillion: 12,
  만: 4,
  억: 8,
  조: 12,
  경: 16,
}

/** Reads the words as a person would: each group times its size, added up. */
function readBack(words: string) {
  const scale = 20
  const groups = [...words.matchAll(/([\d,.]+) ?(million|billion|trillion|[만억조경]+)?/g)]
  const digits = groups
    .map(([, number = '', size = '']) => {
      const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.')
      const powers =
        size.length > 2 ? [sizes[size] ?? 0] : [...size].map((each) => sizes[each] ?? 0)
      const power = powers.reduce((sum, each) => sum + each, 0)
      return BigInt(whole + fraction.padEnd(scale, '0')) * 10n ** BigInt(power)
    })
    .reduce((sum, each) => sum + each, 0n)
  return { digits: words.startsWith('−') ? -digits : digits, scale }
}
