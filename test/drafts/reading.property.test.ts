import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/drafts/reading/html.ts'
import { readMarkdown } from '../../src/drafts/reading/markdown.ts'
import type { ReadDraft } from '../../src/drafts/reading/draft.ts'
import { placeIn } from '../../src/drafts/reading/words-read.ts'
import * as fc from '../support/fast-check.ts'

/** Words of which no two are alike, so that a place shows which one was found. */
const word = /w\d+[가-힣]/g

/** Ways to write some words in a format, each with all of them in order. */
type Shape = (words: readonly string[]) => string

const htmlShapes: readonly Shape[] = [
  ([a, b, c]) => `<p>${a} <b>${b}</b>\n${c}</p>`,
  ([a, b, c]) => `<h1>${a}&amp;${b}</h1><div>${c}`,
  ([a, b, c]) => `${a}<br>${b}<script>var hidden = "<p>"</script>&#x2019;${c}`,
  ([a, b, c]) => `<a href="https://e.example/?a=1&amp;b=2">${a}</a> &lt;${b}&gt; <q>${c}</q>`,
  ([a, b, c]) => `<table><tr><td>${a}<td>${b}</table><!-- no -->${c} &nbsp;`,
  ([a, b, c]) => `<li>${a}\r\n  ${b}<template><p>no</p></template><em>${c}</em>`,
  ([a, b, c]) => `< ${a} && ${b} <p title="no">${c}&unknown; &#0;`,
]

const markdownShapes: readonly Shape[] = [
  ([a, b, c]) => `# ${a} **${b}** ${c} #\n\n`,
  ([a, b, c]) => `> ${a}\n> [${b}](https://e.example/a_(b) "no *title*") ${c}\n\n`,
  ([a, b, c]) => `- ${a} \\* ${b}\n  - \`${c}\`\n\n`,
  ([a, b, c]) => `${a}&amp;${b}\\\n_${c}_\n\n`,
  ([a, b, c]) => `| ${a} | ${b} |\n|---|---|\n| ${c} | - |\n\n`,
  ([a, b, c]) => `${a} ![no](no.png) <b>${b}</b> <https://e.example/x> ${c}\n\n`,
  ([a, b, c]) => `<div>\n<p>${a} ${b}</p> &gt; ${c}\n</div>\n\n`,
  ([a, b, c]) => `${a}\n===\n\n    no code\n\n1. ${b}\r\n2. ~~${c}~~\n\n`,
  ([a, b, c]) => `[${a}][ref] ${b} "${c}"\n\n[ref]: https://e.example/ref\n\n`,
]

function wordsOf(nth: number): string[] {
  return [0, 1, 2].map((each) => `w${nth * 3 + each}${'가나다라마바사'.charAt(nth % 7)}`)
}

const drafts = (shapes: readonly Shape[]) =>
  fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 12 }).map((chosen) => {
    const words = chosen.flatMap((_, nth) => wordsOf(nth))
    return { words, sent: chosen.map((shape, nth) => shape(wordsOf(nth))).join('\n') }
  })

describe.each([
  ['HTML', readHtml, htmlShapes],
  ['Markdown', readMarkdown, markdownShapes],
] as const)('%s', (_, read, shapes) => {
  it('gives every word once, in order, and where it was sent', () => {
    fc.assert(
      fc.property(drafts(shapes), ({ words, sent }) => {
        const draft = read(sent)

        expect(draft.text.match(word)).toEqual(words)
        expect(wordsAtTheirPlaces(draft, sent)).toEqual(words)
        expect(draft.text).not.toMatch(/\bno\b/)
      }),
    )
  })

  it('reads anything, and gives places within what was sent', () => {
    const marks = fc.constantFrom(...'<>&;[]()!*_`#|-\\\n "\'=/:'.split(''), '<b>', '](', '&amp;')
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string({ unit: 'binary' }))), (parts) => {
        const sent = parts.join('')
        const draft = read(sent)

        for (const { index, 0: found } of draft.text.matchAll(/\S+/g)) {
          const { start, end } = placeIn(draft, { start: index, end: index + found.length })
          expect(0 <= start && start <= end && end <= sent.length).toBe(true)
        }
      }),
    )
  })
})

function wordsAtTheirPlaces(draft: ReadDraft, sent: string): string[] {
  return Array.from(draft.text.matchAll(word), ({ index, 0: found }) => {
    const { start, end } = placeIn(draft, { start: index, end: index + found.length })
    return sent.slice(start, end)
  })
}
