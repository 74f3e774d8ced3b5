import type { NumberedLine } from './lines.ts'
import { mentionsOf, type Mention } from './mentions.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** Finds references to objects that neither the record nor the bundle contains. */
export function unresolved(lines: readonly NumberedLine[], names: Names): LineFault[] {
  return lines.flatMap(({ line, value }) =>
    mentionsOf(value)
      .filter(({ type, reference }) => names.resolve(type, reference) === undefined)
      .map((mention) => unknownReference(line, mention)),
  )
}

export function unknownReference(line: number, { pointer, type, reference }: Mention): LineFault {
  const message = `There is no ${type} "${reference}" in the record or in what was sent. Correct the reference, or enter the ${type} first.`
  return { line, pointer, code: 'unknown-reference', message }
}
