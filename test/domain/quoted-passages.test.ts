import {
  array,
  assert,
  constantFrom,
  integer,
  nat,
  property,
  string,
  tuple,
  uniqueArray,
} from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { coveredBy } from '../../src/domain/quoted-passages.ts'

const sentence = 'some units lowered sales targets for certain products'

describe('what some quotes cover', () => {
  test.each([
    ['nothing', [], 0],
    ['one quote: its characters', [sentence], 53],
    ['a quote that is repeated: once', [sentence, sentence], 53],
    ['a quote within another: nothing', [sentence, 'lowered sales targets'], 53],
    ['a short one within another: in full', [sentence, 'units'], 58],
    ['two short ones that differ', ['units', 'targets'], 12],
    ['two that overlap: what they share once', [sentence.slice(0, 33), sentence.slice(11)], 53],
    [
      'what overlaps by less than twelve characters: twice',
      ['one two three', 'three four five'],
      28,
    ],
    ['white space as one space', ['two\n  words'], 9],
    ['characters, not code units', ['👍🏽 매출 목표를 낮췄다'], 13],
    ['letters however they are encoded', ['매출', '매출'.normalize('NFD')], 2],
  ])('counts %s', (_, quotes, covered) => {
    expect(coveredBy(quotes)).toBe(covered)
  })

  it('counts the places of a text that quotes cover, in any order', () => {
    assert(
      property(
        uniqueArray(integer({ min: 0x4e_00, max: 0x9f_ff }), {
          minLength: 60,
          maxLength: 60,
        }),
        // Of a grid, so that no overlap is shorter than what can be recognised.
        array(tuple(nat(4), integer({ min: 1, max: 5 })), { maxLength: 8 }),
        (letters, spans) => {
          const text = String.fromCodePoint(...letters)
          const quotes = spans.map(([from, length]) => text.slice(from * 12, (from + length) * 12))
          const places = spans.flatMap(([from, length]) =>
            Array.from({ length: Math.min(length, 5 - from) }, (_unused, index) => from + index),
          )

          expect(coveredBy(quotes)).toBe(new Set(places).size * 12)
          expect(coveredBy(quotes.toReversed())).toBe(coveredBy(quotes))
        },
      ),
    )
  })

  it('never counts more than the quotes have, nor less than the longest', () => {
    assert(
      property(array(string({ unit: constantFrom(...'ab 가나') })), (quotes) => {
        const lengths = quotes.map((quote) => quote.replace(/\s+/g, ' ').trim().length)

        const covered = coveredBy(quotes)

        expect(covered).toBeLessThanOrEqual(lengths.reduce((sum, each) => sum + each, 0))
        expect(covered).toBeGreaterThanOrEqual(Math.max(0, ...lengths))
      }),
    )
  })
})
