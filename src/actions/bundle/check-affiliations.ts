import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * Finds affiliations of a source with itself, under any name that leads to it: they would say
 * nothing.
 *
 * @param before the source that a single line amends: what it names already was another entry then
 */
export function selfAffiliations(
  lines: readonly NumberedLine[],
  { ids, resolve, merged }: Pick<Names, 'ids' | 'resolve' | 'merged'>,
  before: WrittenLine = {},
): LineFault[] {
  const survivors = new Map(merged.map((each) => [each.id, each.into]))
  const named = JSON.stringify(before['affiliations'] ?? [])
  return linesOf(lines, 'source').flatMap(({ line, value: { affiliations } }) =>
    affiliations.flatMap(({ source }, index): LineFault[] => {
      const id = resolve('source', source) ?? ''
      const survivor = survivors.get(id) ?? id
      if (survivor !== ids.get(line) || named.includes(id)) return []
      const pointer = `/affiliations/${index}/source`
      return [{ line, pointer, code: 'affiliated-with-itself', message: withItself }]
    }),
  )
}

const withItself =
  'A source has no affiliation with itself. Name the source that it speaks for, is part of or is employed by, or leave this one out.'
