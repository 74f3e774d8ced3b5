import { QuoteType, Tokenizer } from 'htmlparser2'
import type { Place, ReadDraft } from './draft.ts'
import { WordsRead } from './words-read.ts'

/** What is in them is no text of the page. */
const hidden = new Set(
  'datalist iframe math noembed noframes noscript object script select style svg template textarea title'.split(
    ' ',
  ),
)

/** All other elements begin and end paragraphs. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const named = new Set(['href', 'cite'])

export function readHtml(sent: string): ReadDraft {
  const words = new WordsRead(sent)
  addHtml(words, sent, { start: 0, end: sent.length })
  return words.close()
}

/**
 * Adds the words and the addresses in a stretch of HTML. Only its marks are told apart, one after the
 * other: no tree is built, which takes long for elements in elements, and would not know where the
 * characters of a reference were sent.
 */
export function addHtml(words: WordsRead, sent: string, { start: before, end }: Place): void {
  const stretch = before === 0 && end === sent.length ? sent : sent.slice(before, end)
  const nameOf = (start: number, to: number) => stretch.slice(start, to).toLowerCase()
  let hiddenBy: string | undefined
  let depth = 0
  let attribute = ''
  let value = ''
  let valueStart: number | undefined
  let element = ''

  function open(start: number, to: number): void {
    element = nameOf(start, to)
    if (hiddenBy === undefined && hidden.has(element)) hiddenBy = element
    if (element === hiddenBy) depth += 1
    if (hiddenBy !== undefined) return
    if (element === 'q') words.add('“', before + start - 1, before + to)
    else if (!inline.has(element)) words.endBlock()
  }

  function close(start: number, to: number): void {
    const name = nameOf(start, to)
    if (hiddenBy === undefined) {
      if (name === 'q') words.add('”', before + start - 2, before + to)
      else if (!inline.has(name)) words.endBlock()
    } else if (name === hiddenBy) {
      depth -= 1
      if (depth === 0) hiddenBy = undefined
    }
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, to) => {
        if (hiddenBy === undefined) words.addAsSent(before + start, before + to)
      },
      ontextentity: (codePoint, to) => {
        const start = stretch.lastIndexOf('&', to - 1)
        if (hiddenBy === undefined)
          words.add(String.fromCodePoint(codePoint), before + start, before + to)
      },
      onopentagname: open,
      onclosetag: close,
      onselfclosingtag: () => {},
      onattribname: (start, to) => {
        attribute = nameOf(start, to)
        value = ''
        valueStart = undefined
      },
      onattribdata: (start, to) => {
        valueStart ??= start
        if (named.has(attribute)) value += stretch.slice(start, to)
      },
      onattribentity: (codePoint) => {
        if (named.has(attribute)) value += String.fromCodePoint(codePoint)
      },
      onattribend: (quote, to) => {
        if (hiddenBy !== undefined || valueStart === undefined || !named.has(attribute)) return
        if (attribute === 'href' && element !== 'a') return
        const isQuoted = quote === QuoteType.Single || quote === QuoteType.Double
        const end = isQuoted ? to - 1 : to
        words.addAddress(value.trim(), { start: before + valueStart, end: before + end })
      },
      onopentagend: () => {},
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(stretch)
  tokenizer.end()
}
