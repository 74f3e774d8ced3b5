import { uncitable, type Uncited } from '../../domain/uncited.ts'
import type { Db } from '../../store/database/db.ts'
import { findUncitedConcessions } from '../../store/uncited.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/**
 * The faults of rulings and concessions without a source: a status would rest on the word of the
 * person who entered it. (Withdrawals need one as well: see `endLives`.) A line that says `uncited`
 * has no fault.
 */
export async function faultsOfSources(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<LineFault[]> {
  const fresh = lines.filter(({ line }) => !names.known.has(line))
  const rulings = linesOf(fresh, 'claim').filter(
    ({ value }) => value.kind === 'ruling' && value.citations.length === 0,
  )
  const bare = linesOf(fresh, 'link').filter(
    ({ value }) => value.relation === 'concedes' && value.citations.length === 0,
  )
  const idOf = ({ line }: NumberedLine) => names.ids.get(line) ?? ''
  const uncited = await findUncitedConcessions(tx, bare.map(idOf))
  const concessions = bare.filter((line) => uncited.has(idOf(line)))
  return [
    ...rulings.filter(({ value }) => !value.uncited).map(({ line }) => noSource(line, 'ruling')),
    ...concessions
      .filter(({ value }) => !value.uncited)
      .map(({ line }) => noSource(line, 'concession')),
    ...needlesslyUncited(fresh),
  ]
}

const wanted: Readonly<Record<Uncited, string>> = {
  ruling: 'A ruling needs a source: cite the report that contains it.',
  concession:
    'A concession needs a source: cite the report that contains it, here or in the claim that concedes.',
  withdrawal: 'A withdrawal needs a source: give the report that contains it as its citation.',
}

export function noSource(line: number, what: Uncited): LineFault {
  const pointer = what === 'withdrawal' ? '/citation' : '/citations'
  return { line, pointer, code: 'no-source', message: wanted[what] }
}

function needsSource(value: NumberedLine['value']): boolean {
  if (value.type === 'claim') return value.kind === 'ruling'
  return value.type === 'link' && value.relation === 'concedes'
}

/**
 * Lines that say `uncited` although their kind needs no source. They may have citations: an export
 * has such lines if the cited reports were voided later.
 */
function needlesslyUncited(lines: readonly NumberedLine[]): LineFault[] {
  const message = `Leave it out: it is only for a ${uncitable.join(', a ')} without a source.`
  return lines.flatMap(({ line, value }) => {
    if (!('uncited' in value) || !value.uncited) return []
    if (value.type === 'withdrawal' || needsSource(value)) return []
    return [{ line, pointer: '/uncited', code: 'not-uncited', message }]
  })
}
