/** A sentence of a text, by its UTF-16 code units. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' })

/** A longer stretch without a full stop is no sentence, such as a table; it is taken in parts. */
const lengthMax = 600

/** A stretch of a text that begins and ends where sentences do. */
export interface Block {
  readonly start: number
  readonly text: string
}

/** Computing the sentences of so much takes a few milliseconds. */
const blockLength = 20_000

/** A text in blocks, to be read one after the other. */
export function* blocksOf(text: string): Generator<Block> {
  let start = 0
  while (text.length - start > blockLength) {
    const end = start + blockLength
    const breaks = ['\n', '. ', ' '].map((mark) => text.lastIndexOf(mark, end - mark.length))
    const last = breaks.find((at) => at > start)
    const to = last === undefined ? end : last + 1
    yield { start, text: text.slice(start, to) }
    start = to
  }
  yield { start, text: text.slice(start) }
}

/** The sentences of a block, in order, without white space around them. */
export function* sentencesOf({ start: before, text }: Block): Generator<Sentence> {
  for (const { segment, index } of segmenter.segment(text))
    for (const [from, to] of partsOf(segment)) {
      const part = segment.slice(from, to)
      const trimmed = part.trim()
      if (trimmed === '') continue
      const start = before + index + from + part.indexOf(trimmed)
      yield { start, end: start + trimmed.length, text: trimmed }
    }
}

/** After a full stop, a word in small letters goes on with an English sentence, but no Korean one. */
const endOfKorean = /[\p{sc=Hangul}\p{sc=Han}][.!?…]+["'”’」』)\]]*\s+/gu

function* partsOf(segment: string): Generator<[from: number, to: number]> {
  let from = 0
  const ends = Array.from(
    segment.matchAll(endOfKorean),
    ({ 0: found, index }) => index + found.trimEnd().length,
  )
  ends.push(segment.length)
  for (const end of ends) {
    while (end - from > lengthMax) {
      const space = segment.lastIndexOf(' ', from + lengthMax)
      const to = space > from ? space + 1 : from + lengthMax
      yield [from, to]
      from = to
    }
    yield [from, end]
    from = end
  }
}
