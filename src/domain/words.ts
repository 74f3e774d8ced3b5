import type { Figure, FigureShape } from './figure.ts'

/** The texts of an object, by JSON Pointer into the object as it was entered. */
export type Words = Readonly<Record<string, string>>

/** A text that every object of its kind has. */
export function wordAt(words: Words, pointer: string): string {
  return words[pointer] ?? ''
}

/** The texts of a list of texts, in order. */
export function listAt(words: Words, path: string): string[] {
  const texts: string[] = []
  for (let text = words[`${path}/0`]; text !== undefined; text = words[`${path}/${texts.length}`])
    texts.push(text)
  return texts
}

/** A figure put together again from its numbers and its words. */
export function figureFrom(shape: FigureShape | null, words: Words): Figure | null {
  return (
    shape && {
      metric: wordAt(words, '/figure/metric'),
      form: shape.form,
      low: shape.low,
      high: shape.high,
      lowExclusive: shape.lowExclusive,
      highExclusive: shape.highExclusive,
      unit: wordAt(words, '/figure/unit'),
      baseline: words['/figure/baseline'] ?? null,
      period: words['/figure/period'] ?? null,
      scope: words['/figure/scope'] ?? null,
    }
  )
}
