import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { compareDecimals, parseDecimal, plusOne, timesTenTo } from '../../src/domain/decimal.ts'

describe('decimals', () => {
  test.each([
    ['0.1', '0.10', 0],
    ['-0', '0', 0],
    ['-0.5', '-0.4', -1],
    ['-1.5', '1.5', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['0.30000000000000000001', '0.3', 1],
    ['10', '9.99', 1],
  ])('%s against %s', (a, b, expected) => {
    expect(compareDecimals(parseDecimal(a), parseDecimal(b))).toBe(expected)
    expect(compareDecimals(parseDecimal(b), parseDecimal(a))).toBe(0 - expected)
  })

  test.each(['', '-', '+1', '.5', '1.', '1e3', '1,000', ' 1', '1\n', '٣', 'NaN', '0x1'])(
    'refuse %j',
    (text) => {
      expect(() => parseDecimal(text)).toThrow('is not a decimal number')
    },
  )

  test('a negative fraction keeps its sign when one is added', () => {
    expect(compareDecimals(plusOne(parseDecimal('-0.25')), parseDecimal('0.75'))).toBe(0)
  })

  test('whole numbers order as whole numbers, and powers of ten undo each other', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        const [one, other] = [parseDecimal(`${a}`), parseDecimal(`${b}`)]
        expect(compareDecimals(one, other)).toBe(Number(a > b) - Number(a < b))
        expect(compareDecimals(timesTenTo(parseDecimal(`${a * 100n}`), -2), one)).toBe(0)
        expect(compareDecimals(timesTenTo(one, 2), parseDecimal(`${a * 100n}`))).toBe(0)
        expect(compareDecimals(plusOne(one), parseDecimal(`${a + 1n}`))).toBe(0)
      }),
    )
  })
})
