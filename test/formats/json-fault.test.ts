import * as fc from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { depthMax, findJsonFault } from '../../src/formats/json-fault.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function objectWith(keys: readonly unknown[]): string {
  return `{${keys.map((key) => `${JSON.stringify(key)}:1`).join(',')}}`
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth)
}

describe('findJsonFault', () => {
  test.each([
    ['{"a":1, "b":{"a":1}}', undefined],
    ['[{"a":1},{"a":1}]', undefined],
    ['{"a":1,"b":[],"a":2}', ['duplicate-key', 14]],
    ['{"a":{"x":1,"x":1}}', ['duplicate-key', 12]],
    ['{"é":1,"\\u00e9":2}', ['duplicate-key', 7]],
    ['{"\\u005f_proto__":1}', ['forbidden-key', 1]],
    ['{"constructor":1,"toString":2}', undefined],
    [nested(depthMax), undefined],
    [nested(depthMax + 1), ['too-deep', depthMax]],
    [`[${'1,'.repeat(9_998)}1]`, undefined],
    [`[${'1,'.repeat(500_000)}1]`, ['too-many-values', 19_999]],
    ['{"a":1}x', ['malformed-json', 7]],
    ['{"a" 1}', ['malformed-json', 5]],
    ['[1,]', ['malformed-json', 3]],
    ['{,}', ['malformed-json', 1]],
    ['[1}', ['malformed-json', 2]],
    ['01', ['malformed-json', 1]],
    ['"\\x"', ['malformed-json', 0]],
    ['\u00a01', ['malformed-json', 0]],
  ] as const)('%s', (text, expected) => {
    const fault = findJsonFault(text)

    expect(fault && [fault.code, fault.at]).toEqual(expected)
  })

  test.each([
    ['0.1', true],
    ['-0', true],
    ['1.50', true],
    ['100000000000000000000', true],
    ['1e21', true],
    ['9007199254740991', true],
    ['9007199254740993', false],
    ['0.1000000000000000055511151231257827', false],
    ['1e308', true],
    ['1e309', false],
    ['-1e999', false],
    ['1e-400', false],
    ['0e999', true],
    ['123456789012345678', false],
    [`1${'0'.repeat(500)}`, false],
  ])('the number %s survives: %s', (number, survives) => {
    expect(findJsonFault(`[${number}]`)?.code).toBe(survives ? undefined : 'unrepresentable-number')
  })

  it('takes whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: depthMax - 1, noUnicodeString: false }), (text) => {
        fc.pre(!text.includes('__proto__'))
        expect(findJsonFault(text)).toBeUndefined()
      }),
    )
  })

  it('calls malformed exactly what JSON.parse refuses', () => {
    const mutated = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...'{}[]",:\\ 0e-.tn\n\u0000'))
      .map(([text, at, character]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + character + text.slice(place + (at % 2))
      })

    fc.assert(
      fc.property(mutated, (text) => {
        const code = findJsonFault(text)?.code
        // The other faults may come first, in a text of either kind.
        fc.pre(code === undefined || code === 'malformed-json')
        expect(code === undefined).toBe(isJson(text))
      }),
      { numRuns: 3_000 },
    )
  })

  it('finds every repeated key', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 5 }), { minLength: 1 })

    fc.assert(
      fc.property(keys, fc.nat(), (unique, at) => {
        fc.pre(!unique.includes('__proto__'))
        const repeated = [...unique, unique[at % unique.length]]

        expect(findJsonFault(objectWith(unique))).toBeUndefined()
        expect(findJsonFault(objectWith(repeated))?.code).toBe('duplicate-key')
      }),
    )
  })

  it('accepts a number only when it comes back as the same decimal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(findJsonFault(JSON.stringify(number))).toBeUndefined()
      }),
    )
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 21n - 1n }), (integer) => {
        fc.pre(String(Number(integer)) !== String(integer))
        expect(findJsonFault(String(integer))?.code).toBe('unrepresentable-number')
      }),
    )
  })
})
