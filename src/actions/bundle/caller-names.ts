import type { Meter } from '../record/meter.ts'
import { withFollowers } from './followers.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/** Refs of our own, for a single request that enters several lines. */
const ownRefMark = '#'

const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Runs the work; a refusal refers to lines as the caller does, by ref or slug, since the id of
 * something that was not stored means nothing to the caller.
 */
export async function inCallerNames<T>(
  lines: readonly NumberedLine[],
  names: Names,
  meter: Meter,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedLines)) throw error
    const known = callerNames(lines, names)
    const faults = error.faults.map((fault) => renamed(fault, known))
    throw withFollowers(faults, lines, names, meter)
  }
}

function callerNames(lines: readonly NumberedLine[], names: Names): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const { line, value } of lines.filter(isObjectLine)) {
    const id = names.ids.get(line)
    const isNew = !names.known.has(line) && value.id === undefined
    if (id !== undefined && isNew) known.set(id, `the new ${value.type}`)
    if (id !== undefined && value.ref !== undefined) name(known, id, value.ref)
  }
  for (const { type, reference } of lines.flatMap(({ value }) => mentionsOf(value)))
    name(known, names.resolve(type, reference) ?? '', reference)
  return known
}

function name(known: Map<string, string>, id: string, reference: string): void {
  if (reference !== id && !reference.startsWith(ownRefMark)) known.set(id, `"${reference}"`)
}

/** `claim <id>` becomes `claim "ref"`, or `the new claim`. */
function renamed(fault: LineFault, known: ReadonlyMap<string, string>): LineFault {
  const message = fault.message
    .replaceAll(anId, (id) => known.get(id) ?? id)
    .replaceAll(/\b(\w+) the new \1\b/g, 'the new $1')
  return { ...fault, message }
}
