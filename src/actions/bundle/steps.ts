import type { Relation } from '../../domain/kinds.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'

/** What of a bundle is judged together, and what line by line. */
export interface Steps {
  /** New objects that change nothing that was on record before. */
  readonly together: readonly NumberedLine[]
  /** Lines that may change something, in the order of entry. */
  readonly singly: readonly NumberedLine[]
}

const neverMoves: ReadonlySet<Relation> = new Set(['supports', 'qualifies'])

export function stepsOf(lines: readonly NumberedLine[], names: Names): Steps {
  const fresh = lines.filter((line) => isObjectLine(line) && !names.known.has(line.line))
  const resent = new Set(names.resent.map(({ line }) => line))
  return {
    together: fresh.filter((line) => !mayMove(line)),
    singly: [
      ...targetsFirst(fresh.filter(mayMove), names),
      ...lines.filter(({ line }) => resent.has(line)),
      ...lines.filter((line) => !isObjectLine(line) && line.value.type !== 'bundle'),
    ],
  }
}

function mayMove({ value }: NumberedLine): boolean {
  return value.type === 'link' && !neverMoves.has(value.relation)
}

/** Whether a line refers to anything other than a report that was on record before. */
export function bearsOnRecord(
  { line, value }: NumberedLine,
  names: Names,
  fresh: ReadonlySet<string>,
): boolean {
  if (names.known.has(line) || (value.type === 'void' && value.merge !== undefined)) return true
  return mentionsOf(value).some(
    ({ type, reference }) => type !== 'report' && !fresh.has(names.resolve(type, reference) ?? ''),
  )
}

/** Links to links come after their targets. */
function targetsFirst(links: readonly NumberedLine[], names: Names): readonly NumberedLine[] {
  const byId = new Map(links.map((link) => [names.ids.get(link.line) ?? '', link]))
  const ordered = new Set<NumberedLine>()
  const add = (link: NumberedLine | undefined): void => {
    if (!link || ordered.has(link)) return
    const { value } = link
    if (value.type === 'link' && 'link' in value.to)
      add(byId.get(names.resolve('link', value.to.link) ?? ''))
    ordered.add(link)
  }
  for (const link of links) add(link)
  return [...ordered]
}
