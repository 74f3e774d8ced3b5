/** Widths from one up to, but without, another one. */
export interface Range {
  readonly from: number
  readonly to: number
}

export const everywhere: Range = { from: -Infinity, to: Infinity }

export function common(a: Range, b: Range): Range {
  if (a.from >= b.from && a.to <= b.to) return a
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
}

export function shifted({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by }
}

/** What was found at some widths, and is the same at those around them. */
export class ByWidth<T extends { readonly range: Range }> {
  readonly #known: T[] = []

  at(width: number, find: (width: number) => T): T {
    const known = this.#known.find(({ range }) => range.from <= width && width < range.to)
    if (known) return known
    const found = find(width)
    this.#known.push(found)
    return found
  }
}
