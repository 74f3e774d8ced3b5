import { HitText, placesOfRuns, placesOfWord, type Hit } from './hit-places.ts'
import { plainText } from './letters.ts'
import type { SearchTerm } from './terms.ts'

/**
 * The places in a text that have the words of a search, in order and without overlap. It marks what
 * readers would point at; which claims are found, the index decides.
 */
export function hitsIn(text: string, terms: readonly SearchTerm[]): readonly Hit[] {
  const sought = terms.filter(({ isExcluded }) => !isExcluded)
  if (sought.length === 0) return []
  const { plain, placeOf } = folded(text)
  const words = new HitText(plain)
  const found = sought.flatMap(({ bare, runs, joined }) => [
    ...placesOfRuns(words, bare.length > 0 ? bare : runs),
    ...joined.flatMap((word) => placesOfWord(words, word)),
  ])
  return merged(found.map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) })))
}

/** A text as the index folds it, and where each place in it was before. */
function folded(text: string) {
  const starts: number[] = []
  let plain = ''
  for (const { segment, index } of new Intl.Segmenter('und').segment(text)) {
    const each = plainText(segment)
    for (let at = 0; at < each.length; at += 1) starts.push(index)
    plain += each
  }
  return { plain, placeOf: (at: number) => starts[at] ?? text.length }
}

function merged(hits: readonly Hit[]): readonly Hit[] {
  const all: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    if (last === undefined || hit.start > last.end) all.push(hit)
    else if (hit.end > last.end) all[all.length - 1] = { start: last.start, end: hit.end }
  }
  return all
}
