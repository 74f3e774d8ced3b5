import { listNaming, type NamingObject } from '../../store/naming.ts'
import type { Writing } from '../record/writing.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * A source that is still named is not voided (decision 11): what names it would change its meaning.
 *
 * @throws {RefusedLines} naming what names the sources that these lines void
 */
export async function checkInUse(
  { tx }: Pick<Writing, 'tx'>,
  lines: readonly NumberedLine[],
  { resolve }: Pick<Names, 'resolve'>,
): Promise<void> {
  const faults: LineFault[] = []
  for (const { line, value } of linesOf(lines, 'void')) {
    const source = value.source === undefined ? undefined : resolve('source', value.source)
    const naming = source === undefined ? [] : await listNaming(tx, source, shownMax + 1)
    if (naming.length === 0) continue
    const message = `${listOf(naming)} still ${naming.length > 1 ? 'name' : 'names'} the source ${source}. Void or amend what names it first; what is merged takes the void of its merge before.`
    faults.push({ line, pointer: '/source', code: 'in-use', message, isConflict: true })
  }
  if (faults.length > 0) throw new RefusedLines(faults)
}

const shownMax = 3

/** `Claim A, report B, source C and others`. */
function listOf(naming: readonly NamingObject[]): string {
  const shown = naming.slice(0, shownMax).map(({ noun, id }) => `${noun} ${id}`)
  const others = naming.length > shownMax ? ' and others' : ''
  const list =
    shown.length > 1 && others === ''
      ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
      : shown.join(', ')
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}${others}`
}
