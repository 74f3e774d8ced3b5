import { mayWrite, type Actor } from '../../domain/actor.ts'
import type { WrittenCitation } from '../../formats/tombstone-lines.ts'
import type { NumberedLine } from './lines.ts'
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
  const ofEnding = sourceOfEnding(line)?.id === undefined ? [] : ['/citation/id']
  return [...givenIds(line).map(({ pointer }) => pointer), ...ofEnding].map((pointer) =>
    forAdmin(line, pointer, 'Leave the id out to have one assigned; choosing it'),
  )
}

function sourceOfEnding({ value }: NumberedLine): WrittenCitation | undefined {
  return value.type === 'withdrawal' || value.type === 'end' ? value.citation : undefined
}

function withoutWords(line: NumberedLine): LineFault[] {
  const { value } = line
  const citations = 'citations' in value ? value.citations : []
  return [
    ...('redaction' in value ? ['/redaction'] : []),
    ...citations.flatMap(({ redacted }, index) =>
      redacted ? [`/citations/${index}/redacted`] : [],
    ),
    ...(sourceOfEnding(line)?.redacted ? ['/citation/redacted'] : []),
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
