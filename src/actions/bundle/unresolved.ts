import type { NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** References of lines that name nothing. */
export function unresolved(lines: readonly NumberedLine[], names: Names): LineFault[] {
  return lines.flatMap(({ line, value }) =>
    mentionsOf(value)
      .filter(({ type, reference }) => names.resolve(type, reference) === undefined)
      .map(({ pointer, type, reference }) => {
        const message = `There is no ${type} "${reference}", neither in the record nor among what was sent.`
        return { line, pointer, code: 'unknown-reference', message }
      }),
  )
}
