import type { ObjectNoun } from '../../domain/nouns.ts'
import type { ObjectLine } from './lines.ts'
import type { Names } from './names.ts'

/** A line with its references replaced by ids. Requires that all of them resolve. */
export function resolvedLine(line: ObjectLine, { resolve }: Pick<Names, 'resolve'>): ObjectLine {
  const idOf = (type: ObjectNoun, reference: string) => resolve(type, reference) ?? reference
  const idsOf = (type: ObjectNoun, references: readonly string[]) => [
    ...new Set(references.map((reference) => idOf(type, reference))),
  ]
  switch (line.type) {
    case 'source':
      return {
        ...line,
        affiliations: line.affiliations.map((affiliation) => {
          return { ...affiliation, source: idOf('source', affiliation.source) }
        }),
      }
    case 'report':
      return { ...line, source: idOf('source', line.source) }
    case 'claim':
      return {
        ...line,
        speaker: line.speaker && idOf('source', line.speaker),
        about: idsOf('source', line.about),
      }
    case 'link':
      return {
        ...line,
        from: idOf('claim', line.from),
        to:
          'claim' in line.to
            ? { claim: idOf('claim', line.to.claim) }
            : { link: idOf('link', line.to.link) },
      }
    case 'story':
      return { ...line, claims: idsOf('claim', line.claims) }
  }
  return line satisfies never
}
