import markdownIt, { type Token } from 'markdown-it'
import type { ReadDraft } from './draft.ts'
import { addHtml } from './html.ts'
import { MarkdownBlock } from './markdown-block.ts'
import { WordsRead } from './words-read.ts'

/** It is only parsed; nothing of it is shown. Texts stay apart from what was sent in another form. */
const markdown = markdownIt({ html: true })
markdown.core.ruler.disable(['text_join'])

export function readMarkdown(sent: string): ReadDraft {
  const words = new WordsRead(sent)
  const lines = lineStarts(sent)
  const startOf = (line: number) => lines[line] ?? sent.length
  let place = { start: 0, end: 0 }
  let block: MarkdownBlock | undefined
  for (const token of markdown.parse(sent, {})) {
    if (token.map) {
      const [first, last] = token.map
      const found = { start: startOf(first), end: startOf(last) }
      // The cells of a row share its lines, and are read one after the other.
      if (found.start !== place.start || found.end !== place.end) block = undefined
      place = found
    }
    if (token.type === 'html_block') addHtml(words, sent, place)
    if (token.type !== 'inline') continue
    block ??= new MarkdownBlock(words, sent, place)
    block.read(childrenOf(token))
    words.endBlock()
  }
  return words.close()
}

function childrenOf(token: Token): readonly Token[] {
  return token.children ?? []
}

/** Where each line begins, by the lines that the parser counts. */
function lineStarts(sent: string): readonly number[] {
  return [0, ...Array.from(sent.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)]
}
