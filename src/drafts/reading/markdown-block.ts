import markdownIt, { type Token } from 'markdown-it'
import type { Place } from './draft.ts'
import { addHtml } from './html.ts'
import { addAddressesIn } from './plain.ts'
import type { WordsRead } from './words-read.ts'

const { parseLinkDestination, parseLinkTitle } = markdownIt().helpers

interface OpenLink {
  readonly href: string
  readonly start: number
}

/**
 * Finds the words of a paragraph where they were sent. The parser tells only lines, but its tokens
 * come in order, and nothing is between two of them but marks.
 */
export class MarkdownBlock {
  readonly #words: WordsRead
  readonly #sent: string
  readonly #text: string
  readonly #start: number
  readonly #links: OpenLink[] = []
  #at = 0

  constructor(words: WordsRead, sent: string, { start, end }: Place) {
    this.#words = words
    this.#sent = sent
    this.#start = start
    this.#text = sent.slice(start, end)
  }

  read(tokens: readonly Token[]): void {
    for (const token of tokens) this.#readToken(token)
  }

  #readToken(token: Token): void {
    switch (token.type) {
      case 'text':
      case 'code_inline':
        return this.#addText(token.content)
      case 'text_special': {
        const { start, end } = this.#pass(token.markup)
        return this.#words.add(token.content, start, end)
      }
      case 'softbreak':
        return this.#words.add(' ', this.#start + this.#at, this.#start + this.#at)
      case 'hardbreak':
        return this.#words.endBlock()
      case 'html_inline':
        return addHtml(this.#words, this.#sent, this.#pass(token.content))
      case 'link_open':
        return this.#openLink(token)
      case 'link_close':
        return this.#closeLink(token)
      case 'image':
        this.#pass(token.content)
        return void this.#passTarget()
      default:
    }
  }

  #addText(content: string): void {
    if (content === '') return
    const { start, end } = this.#pass(content)
    if (end - start === content.length) this.#words.addAsSent(start, end)
    else this.#words.add(content, start, end)
    if (this.#links.length === 0) addAddressesIn(this.#words, content, start)
  }

  /** Where the next words stand; the place reached so far if they were sent in another form. */
  #pass(content: string): Place {
    const at = this.#text.indexOf(content, this.#at)
    if (at === -1) return { start: this.#start + this.#at, end: this.#start + this.#at }
    this.#at = at + content.length
    return { start: this.#start + at, end: this.#start + this.#at }
  }

  #openLink(token: Token): void {
    const mark = token.markup === 'autolink' ? '<' : '['
    this.#at = Math.max(this.#at, this.#text.indexOf(mark, this.#at) + 1)
    this.#links.push({ href: String(token.attrGet('href') ?? ''), start: this.#start + this.#at })
  }

  #closeLink({ markup }: Token): void {
    const link = this.#links.pop()
    if (!link) return
    const whole = { start: link.start, end: this.#start + this.#at }
    const target = markup === 'autolink' ? undefined : this.#passTarget()
    this.#words.addAddress(link.href, target ?? whole)
  }

  /** Passes over what is behind the text of a link or an image, and says where its address stands. */
  #passTarget(): Place | undefined {
    const closing = this.#text.indexOf(']', this.#at)
    if (closing === -1) return undefined
    this.#at = closing + 1
    if (this.#text[this.#at] === '[') {
      this.#at = Math.max(this.#at, this.#text.indexOf(']', this.#at) + 1)
      return undefined
    }
    if (this.#text[this.#at] !== '(') return undefined
    const max = this.#text.length
    const start = this.#afterSpace(this.#at + 1)
    const target = parseLinkDestination(this.#text, start, max)
    const end = target.ok ? target.pos : start
    const title = parseLinkTitle(this.#text, this.#afterSpace(end), max)
    const closed = this.#text.indexOf(')', title.ok ? title.pos : end)
    if (closed !== -1) this.#at = closed + 1
    return { start: this.#start + start, end: this.#start + end }
  }

  #afterSpace(at: number): number {
    let after = at
    while (/\s/.test(this.#text[after] ?? '')) after += 1
    return after
  }
}
