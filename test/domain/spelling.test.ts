import * as fc from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { foldedName, gramsOf, likeness, likenessMin } from '../../src/domain/spelling.ts'

const alike = (one: string, other: string) => likeness(gramsOf(one), gramsOf(other))

describe('a name', () => {
  test.each([
    ['Microsoft', 'MICROSOFT'],
    ['Microsoft', 'Ｍｉｃｒｏｓｏｆｔ'],
    ['Halden Steel', '  halden  STEEL '],
    ['삼성전자', '삼성전자'.normalize('NFD')],
    ['É. Leclerc', 'É. leclerc'.normalize('NFD')],
  ])('%s is the same as %s', (one, other) => {
    expect(foldedName(other)).toBe(foldedName(one))
  })

  test.each([
    ['C', 'C++'],
    ['Nestle', 'Nestlé'],
    ['Alpha Beta', 'AlphaBeta'],
    ['Q 1', 'Q1'],
  ])('%s is not the same as %s', (one, other) => {
    expect(foldedName(other)).not.toBe(foldedName(one))
  })

  test.each([
    ['microsoft', 'microsfot'],
    ['microsoft', 'Mircosoft'],
    ['Halden Steel', 'haldne-steel'],
    ['Halden Steel Ltd', 'halden'],
    ['Nestlé', 'nestle'],
    ['nvidia', 'nvdia'],
    ['삼성전자', '삼송전자'],
    ['마이크로소프트', '마이크로스프트'],
    ['뉴스레터 발행처 미상', '뉴스레터-발행저-미상'],
  ])('%s may be meant by %s', (one, other) => {
    expect(alike(one, other)).toBeGreaterThanOrEqual(likenessMin)
  })

  test.each([
    ['microsoft', 'nobody'],
    ['The Information', 'microsoft'],
    ['삼성전자', '마이크로소프트'],
    ['', 'microsoft'],
    ['★', '☆'],
  ])('%s is not meant by %s', (one, other) => {
    expect(alike(one, other)).toBeLessThan(likenessMin)
  })
})

describe('likeness', () => {
  it('is from 0 to 1, the same both ways, and whole of what is the same', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const score = alike(one, other)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(alike(other, one)).toBe(score)
        expect(gramsOf(one).length === 0 || alike(one, one) === 1).toBe(true)
        expect(gramsOf(one).length).toBeLessThanOrEqual(101)
      }),
      { seed: 20_251_203 },
    )
  })
})
