import { insertBundleRefs } from '../../store/bundle-refs.ts'
import type { Writing } from '../writing.ts'
import { checkRules, circularLinks } from './check-rules.ts'
import { checkRulings } from './check-rulings.ts'
import { endingsOf, endLives } from './end-lives.ts'
import { enterObjects } from './enter.ts'
import { entriesOf } from './entries.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import { nameObjects, type Names } from './names.ts'
import { redactTombstones, tombstonesAmong } from './redact.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * Enters the lines of a bundle, judged as a whole: objects, then ends of lives, then the rules for
 * links against the record as it is now.
 *
 * @throws {RefusedLines} when some of them cannot enter; the transaction is then of no use
 */
export async function enterBundle(
  writing: Writing,
  lines: readonly NumberedLine[],
): Promise<Names> {
  const namespace = namespaceOf(lines)
  const { names, faults } = await nameObjects(writing.tx, lines, namespace)
  const all = [...faults, ...unresolved(lines, names), ...circularLinks(lines, names)]
  if (all.length > 0) throw new RefusedLines(all)

  const touched = [...endingsOf(lines, names), ...tombstonesAmong(lines, names)]
  await enterObjects(writing, entriesOf(lines, names), touched)
  await redactTombstones(writing, lines, names)
  if (namespace !== undefined)
    writing.behind.spare(() => insertBundleRefs(writing.tx, namespace, names.refs))
  await endLives(writing, lines, names, namespace !== undefined)
  await checkRulings(writing.tx, lines, names)
  await checkRules(writing, lines, names)
  return names
}

/** @throws {RefusedLines} when there is a header that is not the first line */
function namespaceOf(lines: readonly NumberedLine[]): string | undefined {
  const headers = linesOf(lines, 'bundle')
  const late = headers.filter((header) => header.line !== lines[0]?.line)
  const message = 'The line of type bundle comes first, once.'
  if (late.length > 0)
    throw new RefusedLines(
      late.map(({ line }) => ({ line, pointer: '/type', code: 'misplaced', message })),
    )
  return headers[0]?.value.namespace
}

/** The references of lines that name nothing. */
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
