/** Two quotes have a passage in common if so many characters in a row are the same in both. */
const commonMin = 12

/**
 * The passages of one text that some quotes cover. A passage that several quotes have counts once:
 * a quote that occurs within another adds nothing, and of two that overlap, what they share counts
 * once. Positions are not known, so quotes are compared by their words: what two have in common is
 * recognised from twelve characters on, and a shorter quote only if it is repeated whole.
 *
 * The effort grows with the length of the quotes alone.
 */
export class QuotedPassages {
  readonly #quotes = new Set<string>()
  readonly #parts = new Set<string>()
  #covered = 0

  /** How many characters are covered. */
  get covered(): number {
    return this.#covered
  }

  /** Adds a quote, and returns how many characters it covers that no quote before it does. */
  add(quote: string): number {
    const text = quote.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (this.#quotes.has(text)) return 0
    const added = this.#newIn(text)
    this.#quotes.add(text)
    this.#covered += added
    return added
  }

  #newIn(text: string): number {
    let added = 0
    // The end of what earlier quotes have of it, as far as it was read.
    let known = 0
    const count = (from: number, to: number): void => {
      // The second half of a surrogate pair is no character.
      for (let at = from; at < to; at++) if (!isLowSurrogate(text.charCodeAt(at))) added += 1
    }
    const parts: string[] = []
    for (let at = 0; at + commonMin <= text.length; at++) {
      const part = text.slice(at, at + commonMin)
      if (this.#parts.has(part)) {
        count(known, at)
        known = at + commonMin
      }
      parts.push(part)
    }
    count(known, text.length)
    for (const part of parts) this.#parts.add(part)
    return added
  }
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff
}

/** Everything that some citations show of a report. */
export function shownOf(
  citations: readonly { readonly quote: string; readonly beside: readonly string[] }[],
): readonly string[] {
  return citations.flatMap(({ quote, beside }) => [quote, ...beside])
}

/**
 * How many characters of a text some quotes of it cover, in any order.
 *
 * @param watch looks at the clock between quotes
 */
export function coveredBy(quotes: readonly string[], watch = unwatched): number {
  const passages = new QuotedPassages()
  const longestFirst = quotes.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  for (const quote of watch(longestFirst)) passages.add(quote)
  return passages.covered
}

/** Passes some quotes on, one after the other, and may stop it. */
type Watch = (quotes: readonly string[]) => Iterable<string>

const unwatched: Watch = (quotes) => quotes
