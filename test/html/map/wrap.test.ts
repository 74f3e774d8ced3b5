import * as fc from '../../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { widthOfText, wrapped } from '../../../src/html/map/wrap.ts'

describe('lines of a box', () => {
  it('breaks between words, and ends what does not fit in "…"', () => {
    const text = 'Some business units within Microsoft lowered sales targets'

    expect(wrapped(text, { width: 12, max: 9 }).join(' ')).toBe(text)
    expect(wrapped(text, { width: 12, max: 2 })).toEqual([
      'Some business units',
      'within Microsoft…',
    ])
    expect(wrapped('MS 내부 일부 사업부가 목표를 낮췄다', { width: 9, max: 1 })).toEqual([
      'MS 내부 일부…',
    ])
    expect(wrapped('  ', { width: 9, max: 3 })).toEqual([])
  })

  it('keeps every line inside its width, however long a word is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 3, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (text, width, max) => {
          const lines = wrapped(text, { width, max })

          expect(lines.length).toBeLessThanOrEqual(max)
          for (const line of lines)
            // Of a letter that is wider than a line, each is a line.
            expect(widthOfText(line) <= width || letters(line) === 1).toBe(true)
        },
      ),
    )
  })
})

function letters(line: string): number {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)].length
}
