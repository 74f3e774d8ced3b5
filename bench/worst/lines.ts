/** Lines of bundles from which shapes are made. */

export type Line = Readonly<Record<string, unknown>>

export function source(ref: string, more: Line = {}): Line {
  return { type: 'source', ref, kind: 'outlet', name: `Source ${ref}`, ...more }
}

export function claim(ref: string, speaker: string, more: Line = {}): Line {
  const common = { kind: 'fact', about: [], lang: 'en', assertedAt: '2025' }
  return { type: 'claim', ref, speaker, text: `What ${ref} says.`, ...common, ...more }
}

export function link(ref: string, relation: string, from: string, to: string | object): Line {
  const target = typeof to === 'string' ? { claim: to } : to
  return { type: 'link', ref, relation, from, to: target }
}

/** What `make` makes of 0 to `count` - 1, as one list. */
export function each(count: number, make: (index: number) => readonly Line[]): readonly Line[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => make(index)).flat()
}

/** Claims of speakers of their own. */
export function claims(count: number, letter: string): readonly Line[] {
  return each(count, (index) => [
    source(`s${letter}${index}`),
    claim(`${letter}${index}`, `s${letter}${index}`),
  ])
}
