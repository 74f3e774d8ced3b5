import { isWebAddress } from '../../domain/url.ts'
import { addressesMax, DraftFault, type CitedAddress, type Place, type ReadDraft } from './draft.ts'

/** A span of the words that were read: where it begins, its length, and where it was sent. */
const fields = 4

const breaks = '\n\n'
const whiteSpace = /\s+/g

/** Collects what a reader finds in a draft, in order. */
export class WordsRead {
  readonly #sent: string
  readonly #parts: string[] = []
  readonly #spans: number[] = []
  readonly #addresses: CitedAddress[] = []
  #length = 0
  #isAtBreak = true

  constructor(sent: string) {
    this.#sent = sent
  }

  /** Words that were sent as they read. Lines within them are no lines for the reader. */
  addAsSent(start: number, end: number): void {
    const text = this.#sent.slice(start, end)
    let from = 0
    for (const { 0: space, index } of text.matchAll(whiteSpace)) {
      if (!/[\n\r]/.test(space)) continue
      this.#add(text.slice(from, index), start + from, start + index)
      from = index + space.length
      this.add(' ', start + index, start + from)
    }
    this.#add(text.slice(from), start + from, end)
  }

  /** Words that were sent in another form, such as `&amp;`. */
  add(text: string, start: number, end: number): void {
    if (this.#isAtBreak && text.trim() === '') return
    this.#add(text, start, end)
  }

  /** What follows belongs to another paragraph. */
  endBlock(): void {
    if (this.#isAtBreak) return
    this.#parts.push(breaks)
    this.#length += breaks.length
    this.#isAtBreak = true
  }

  /** Whatever is no whole web address is left out. */
  addAddress(address: string, place: Place): void {
    if (!isWebAddress(address)) return
    if (this.#addresses.length === addressesMax)
      throw new DraftFault(
        `A draft may name ${addressesMax} addresses. Check it in parts that name fewer.`,
      )
    this.#addresses.push({ address, place })
  }

  close(): ReadDraft {
    return {
      text: this.#parts.join(''),
      spans: new Uint32Array(this.#spans),
      addresses: this.#addresses,
      unread: [],
    }
  }

  #add(text: string, start: number, end: number): void {
    if (text === '') return
    this.#parts.push(text)
    this.#spans.push(this.#length, text.length, start, end)
    this.#length += text.length
    this.#isAtBreak = false
  }
}

/** Where words that were read were sent. Neither of their ends is white space. */
export function placeIn({ spans }: Pick<ReadDraft, 'spans'>, { start, end }: Place): Place {
  const [first, last] = [spanAt(spans, start), spanAt(spans, end - 1)]
  return {
    start: isAsSent(first) ? first.start + (start - first.at) : first.start,
    end: isAsSent(last) ? last.start + (end - last.at) : last.end,
  }
}

interface Span extends Place {
  readonly at: number
  readonly length: number
}

function isAsSent({ length, start, end }: Span): boolean {
  return length === end - start
}

/** The last span that begins at an offset or before it. */
function spanAt(spans: Uint32Array, offset: number): Span {
  let [low, high] = [0, spans.length / fields - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((spans[middle * fields] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const [at = 0, length = 0, start = 0, end = 0] = spans.subarray(low * fields, (low + 1) * fields)
  return { at, length, start, end }
}
