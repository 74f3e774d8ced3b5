import { expect, it } from 'vitest'
import { withoutEnd } from '../../src/domain/without-end.ts'
import * as fc from '../support/fast-check.ts'

it('removes what the expression with $ would remove', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', '.', ' ', '😀', '𝐀', '\ud83d', '가') })
  for (const one of [/[.]/u, /[^\p{L}]/u, /\s/, /\p{L}/u])
    fc.assert(
      fc.property(text, (text) => {
        const atEnd = new RegExp(`(?:${one.source})+$`, one.flags)
        expect(withoutEnd(text, one)).toBe(text.replace(atEnd, ''))
      }),
    )
})
