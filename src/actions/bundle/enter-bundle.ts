import type { BundleLineOf } from '../../formats/bundle.ts'
import { insertBundleRefs, type Namespace } from '../../store/bundle-refs.ts'
import type { Writing } from '../writing.ts'
import { inCallerNames } from './caller-names.ts'
import { faultsOfSources } from './check-cited.ts'
import { checkRules, circularLinks } from './check-rules.ts'
import { checkRulings } from './check-rulings.ts'
import { endLives } from './end-lives.ts'
import { endingsOf } from './endings.ts'
import { enterObjects } from './enter.ts'
import { entriesOf } from './entries.ts'
import type { Touched } from './held-claims.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import { nameObjects, type Names } from './names.ts'
import { redactTombstones, tombstonesAmong } from './redact.ts'
import { RefusedLines } from './refused-lines.ts'
import { resend } from './resend.ts'
import { unresolved } from './unresolved.ts'

/** What the lines of a bundle are called, and what became of those that were known. */
export interface EnteredBundle extends Names {
  /** Lines that amended what their ref stands for. */
  readonly amended: ReadonlySet<number>
  /** Lines that the record has already. */
  readonly unchanged: ReadonlySet<number>
}

/**
 * Enters the lines of a bundle, judged as a whole: objects, then ends of lives, then the rules for
 * links against the record as it is now.
 *
 * @throws {RefusedLines} when some of them cannot enter; the transaction is then of no use
 */
export async function enterBundle(
  writing: Writing,
  lines: readonly NumberedLine[],
): Promise<EnteredBundle> {
  const header = headerOf(lines)
  const namespace =
    header?.namespace === undefined
      ? undefined
      : { owner: writing.actor.id, name: header.namespace }
  const { names, faults } = await nameObjects(writing.tx, lines, namespace)
  const all = [...faults, ...unresolved(lines, names), ...circularLinks(lines, names)]
  if (all.length > 0) throw new RefusedLines(all)

  return inCallerNames(lines, names, () => enterNamed(writing, lines, names, { header, namespace }))
}

interface Scope {
  readonly header: BundleLineOf<'bundle'> | undefined
  readonly namespace: Namespace | undefined
}

async function enterNamed(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  { header, namespace }: Scope,
): Promise<EnteredBundle> {
  const touched = [
    ...endingsOf(lines, names),
    ...tombstonesAmong(lines, names),
    ...claimsOfResent(names),
  ]
  await enterObjects(writing, entriesOf(lines, names), touched)
  const sourceless = await faultsOfSources(writing.tx, lines, names)
  await redactTombstones(writing, lines, names)
  if (namespace !== undefined)
    writing.behind.spare(() => insertBundleRefs(writing.tx, namespace, names.refs))
  const onChange = header?.onChange ?? 'refuse'
  const amended = namespace
    ? await resend(writing, names, { namespace, onChange })
    : new Set<number>()
  const ended = await endLives(writing, lines, names, namespace !== undefined)
  await checkRulings(writing.tx, lines, names)
  if (sourceless.length > 0) throw new RefusedLines(sourceless)
  await checkRules(writing, lines, names)
  return { ...names, amended, unchanged: names.known.difference(amended).union(ended) }
}

/** New claims that known stories come with. */
function claimsOfResent({ resent, resolve }: Names): Touched[] {
  return resent
    .flatMap(({ value }) => mentionsOf(value))
    .filter(({ type }) => type === 'claim')
    .map(({ type, reference }) => ({ type, object: resolve(type, reference) ?? '' }))
}

/** @throws {RefusedLines} when there is a header that is not the first line */
function headerOf(lines: readonly NumberedLine[]): BundleLineOf<'bundle'> | undefined {
  const headers = linesOf(lines, 'bundle')
  const late = headers.filter((header) => header.line !== lines[0]?.line)
  const message = 'The line of type bundle comes first, once.'
  if (late.length > 0)
    throw new RefusedLines(
      late.map(({ line }) => ({ line, pointer: '/type', code: 'misplaced', message })),
    )
  return headers[0]?.value
}
