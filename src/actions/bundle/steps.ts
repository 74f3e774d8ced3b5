import type { Relation } from '../../domain/kinds.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { targetsFirst } from './links-onto-links.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'

/** Which lines of a bundle are judged together, and which one by one. */
export interface Steps {
  /** New objects that do not affect the existing record. */
  readonly together: readonly NumberedLine[]
  /** Lines that may affect the existing record, in the order of entry. */
  readonly singly: readonly NumberedLine[]
}

const neverMoves: ReadonlySet<Relation> = new Set(['supports', 'qualifies'])

export function stepsOf(lines: readonly NumberedLine[], names: Names): Steps {
  const fresh = lines.filter((line) => isObjectLine(line) && !names.known.has(line.line))
  const resent = new Set(names.resent.map(({ line }) => line))
  return {
    together: fresh.filter((line) => !mayMove(line)),
    singly: [
      ...targetsFirst(
        fresh.filter(mayMove),
        ({ line }) => names.ids.get(line) ?? '',
        ({ value }) =>
          value.type === 'link' && 'link' in value.to
            ? names.resolve('link', value.to.link)
            : undefined,
      ),
      ...lines.filter(({ line }) => resent.has(line)),
      ...lines.filter((line) => !isObjectLine(line) && line.value.type !== 'bundle'),
    ],
  }
}

function mayMove({ value }: NumberedLine): boolean {
  return value.type === 'link' && !neverMoves.has(value.relation)
}

/** Whether a line refers to an object that was on record before; reports do not count. */
export function refersToRecord(
  { line, value }: NumberedLine,
  names: Names,
  fresh: ReadonlySet<string>,
): boolean {
  if (names.known.has(line) || (value.type === 'void' && value.merge !== undefined)) return true
  return mentionsOf(value).some(
    ({ type, reference }) => type !== 'report' && !fresh.has(names.resolve(type, reference) ?? ''),
  )
}
