import { expect, it } from 'vitest'
import { cardStyle } from '../../../src/edges/embed/card-style.ts'
import { heightsOf } from '../../../src/edges/embed/height/card-height.ts'
import * as fc from '../../support/fast-check.ts'
import { randomText } from '../../support/random-texts.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A card with the kinds of parts that cards have: headings, boxes in lines, signs, lists. */
const card = fc
  .record({
    lang: fc.constantFrom('ko', 'en'),
    title: randomText,
    texts: fc.array(randomText, { minLength: 3, maxLength: 3 }),
    items: fc.array(randomText, { minLength: 1, maxLength: 2 }),
  })
  .map(({ lang, title, texts, items }) => {
    const [first = '', second = '', third = ''] = texts.map(escaped)
    const sign = '<svg class="mark" width="12" height="12"></svg>'
    const prefix = `<span class="prefix" style="">${sign}<b>${third}</b></span>`
    const listed = items.map((item) => `<li>${prefix}<a href="/">${escaped(item)}</a></li>`)
    return `<!doctype html><html lang="${lang}"><body><main class="card"><p>${first}</p>
      <h1>${prefix} <a href="/" lang="ko">${escaped(title)}</a></h1>
      <div class="standing"><span class="status">${sign}${second}</span><p>${third.slice(0, 200)} <i>${first}</i></p></div>
      <ul>${listed.join('')}</ul><footer><a href="/">${second.slice(0, 20)}</a></footer></main></body></html>`
  })

/** Most are so narrow that boxes in lines have several lines themselves. */
const widths = fc.uniqueArray(
  fc.oneof(fc.integer({ min: 150, max: 400 }), fc.integer({ min: 400, max: 920 })),
  { minLength: 40, maxLength: 60 },
)

it('the height of a card at a width is the same whichever widths were asked for before', () => {
  fc.assert(
    fc.property(card, widths, (html, asked) => {
      const heightAt = heightsOf(html, cardStyle)
      for (const width of asked)
        expect([width, heightAt(width)]).toEqual([width, heightsOf(html, cardStyle)(width)])
    }),
    { numRuns: 60 },
  )
})

it('what one card was computed with does not change the next', () => {
  fc.assert(
    fc.property(card, card, fc.integer({ min: 200, max: 920 }), (one, other, width) => {
      const alone = heightsOf(one, cardStyle)(width)
      heightsOf(other, cardStyle)(width)
      expect(heightsOf(one, cardStyle)(width)).toBe(alone)
    }),
    { numRuns: 40 },
  )
})
