import { isObjectLine, type ObjectLine } from '../../src/actions/bundle/lines.ts'
import { bundleLine } from '../../src/formats/bundle.ts'

/** A bundle line that enters an object. */
export function objectLine(value: object): ObjectLine {
  const parsed = { line: 1, value: bundleLine.parse(value) }
  if (!isObjectLine(parsed)) throw new Error('An object was expected.')
  return parsed.value
}
