import { expect, it, vi } from 'vitest'
import { firstStacked } from '../../src/domain/stacked-marks.ts'
import * as fc from '../support/fast-check.ts'

const stacking = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/u

/** The definition: more than four marks after a letter, its own included, whatever is invisible. */
function isStacked(text: string): boolean {
  const decomposed = text.replaceAll('\u200b', '').normalize('NFD')
  return /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]{5}/u.test(decomposed)
}

it('finds more than four marks in a row, and says where', () => {
  const unit = fc.constantFrom('a', 'é', 'ǖ', 'ᾧ', '\u0301', '\u0323', '\u200b', '각', '😀')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const found = firstStacked(text)
      expect(found !== undefined).toBe(isStacked(text))
      if (!found) return
      const upTo = [...text].slice(0, found.place)
      expect(upTo.at(-1)).toBe(found.character)
      expect(stacking.test(found.character.normalize('NFD'))).toBe(true)
      expect(isStacked(upTo.join(''))).toBe(true)
      expect(isStacked(upTo.slice(0, -1).join(''))).toBe(false)
    }),
  )
})

it('takes each character apart once, however often it comes', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize')
  firstStacked(`e\u0301${'aü각'.repeat(100_000)}`)

  expect(normalize.mock.calls.length).toBeLessThan(10)
  normalize.mockRestore()
})
