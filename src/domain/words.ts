import type { Figure, FigureShape } from './figure.ts'

/** The texts of an object, by JSON Pointer into the object as entered. */
export type Words = Readonly<Record<string, string>>

/** A text that every object of its kind has. */
export function wordAt(words: Words, pointer: string): string {
  return words[pointer] ?? ''
}

/** The texts of a list, in order: the items themselves, or each item's `field`. */
export function listAt(words: Words, path: string, field = ''): string[] {
  const texts: string[] = []
  for (;;) {
    const text = words[`${path}/${texts.length}${field}`]
    if (text === undefined) return texts
    texts.push(text)
  }
}

/** Reassembles a figure from its numbers and its words. */
export function figureFrom(shape: FigureShape | null, words: Words): Figure | null {
  return (
    shape && {
      metric: wordAt(words, '/figure/metric'),
      form: shape.form,
      low: words['/figure/low'] ?? shape.low ?? null,
      high: words['/figure/high'] ?? shape.high ?? null,
      lowExclusive: shape.lowExclusive,
      highExclusive: shape.highExclusive,
      unit: wordAt(words, '/figure/unit'),
      baseline: words['/figure/baseline'] ?? null,
      period: words['/figure/period'] ?? null,
      scope: words['/figure/scope'] ?? null,
    }
  )
}
