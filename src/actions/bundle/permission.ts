import { mayWrite, type Actor } from '../../domain/actor.ts'
import { citationsOfEnding } from '../../formats/bundle.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { givenIds } from './mentions.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * Requires an administrator for chosen ids, tombstones and what has no source.
 *
 * @throws {RefusedLines} naming the places, if the actor is not an administrator
 */
export function requirePermission(actor: Actor, lines: readonly NumberedLine[]): void {
  if (mayWrite(actor, 'admin')) return
  const faults = lines.flatMap((line) => [
    ...chosenIds(line),
    ...withoutWords(line),
    ...uncited(line),
  ])
  if (faults.length > 0) throw new RefusedLines(faults)
}

function chosenIds(line: NumberedLine): LineFault[] {
  const ofEnding = sourcesOfEnding(line).flatMap(({ pointer, citation }) =>
    citation.id === undefined ? [] : [`${pointer}/id`],
  )
  return [...givenIds(line).map(({ pointer }) => pointer), ...ofEnding].map((pointer) =>
    forAdmin(line, pointer, 'Leave the id out to have one assigned; choosing it'),
  )
}

function sourcesOfEnding({ value }: NumberedLine): ReturnType<typeof citationsOfEnding> {
  return value.type === 'withdrawal' || value.type === 'end' ? citationsOfEnding(value) : []
}

function withoutWords(line: NumberedLine): LineFault[] {
  const { value } = line
  const citations = isObjectLine(line) && 'citations' in line.value ? line.value.citations : []
  return [
    ...('redaction' in value ? ['/redaction'] : []),
    ...citations.flatMap(({ redacted }, index) =>
      redacted ? [`/citations/${index}/redacted`] : [],
    ),
    ...sourcesOfEnding(line).flatMap(({ pointer, citation }) =>
      citation.redacted ? [`${pointer}/redacted`] : [],
    ),
  ].map((pointer) => forAdmin(line, pointer, 'Entering something whose words were removed'))
}

function uncited(line: NumberedLine): LineFault[] {
  return 'uncited' in line.value && line.value.uncited
    ? [forAdmin(line, '/uncited', 'Give its source; entering it without one')]
    : []
}

function forAdmin({ line }: NumberedLine, pointer: string, what: string): LineFault {
  const message = `${what} takes a key with the scope admin.`
  return { line, pointer, code: 'admin-only', message, isForbidden: true }
}
