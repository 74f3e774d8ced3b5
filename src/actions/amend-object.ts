import type { Noun, ObjectNoun } from '../domain/nouns.ts'
import type { Confirmation } from '../domain/confirmation.ts'
import { DomainError, type FieldFault, notFound } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { slugFrom } from '../domain/references.ts'
import { bundleLine, type BundleLine } from '../formats/bundle.ts'
import { parseSent } from '../formats/faults.ts'
import { amend } from './bundle/amend.ts'
import { singlePolicy } from './bundle/duplicate-policy.ts'
import { fixedFields, nullableFields } from './bundle/changes.ts'
import { judgeRecord } from './bundle/judge-record.ts'
import { keepEntered } from './bundle/keep-entered.ts'
import { settledLine } from './bundle/settled-line.ts'
import { stemOf } from './bundle/slugs.ts'
import { findWrittenLine, type WrittenLine } from './bundle/written-lines.ts'
import { findMetPoints } from './bundle/met-points.ts'
import { RefusedLines } from './bundle/refused-lines.ts'
import type { Writing } from './record/writing.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import {
  refuseRedacted,
  requireVersion,
  writeObject,
  type ObjectWrite,
  type WrittenObject,
} from './write-object.ts'

/**
 * Amends the transcription of an object with a JSON Merge Patch. The earlier version stays readable
 * in its event. A patch that changes nothing writes nothing; a slug of null is derived from the
 * name.
 *
 * @param write.confirm warnings that the caller has confirmed
 * @throws {DomainError} `not-found`, `precondition-failed`, `invalid`, `conflict`
 */
export async function amendObject<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly type: ObjectNoun
    readonly id: string
    readonly versions: readonly number[]
    readonly patch: Readonly<Record<string, unknown>>
    readonly confirm?: readonly Confirmation[] | undefined
  },
): Promise<WrittenObject<V> | Submitted> {
  const { type, id, versions, patch, confirm } = write
  requireAmendable(type, patch)
  return writeObject(deps, write, async (writing) => {
    await requireVersion(writing.tx, id, versions)
    await refuseRedacted(writing.tx, id, 'and nothing else is amended without them')
    const before = await findWrittenLine(writing.tx, type, id)
    if (!before) throw notFound()
    // As the line that would enter it.
    const patched = parseSent(bundleLine, mergePatch(before, patch, nullableFields[type]))
    const kept = await keepEntered(writing.tx, before, patched)
    const met = await metAfter(writing, before, kept)
    const after = settledLine(before, kept, { at: writing.at, met })
    const renames = patch['slug'] === null && !isMadeFromName(before['slug'], after)
    const policy = singlePolicy(confirm)
    const amended = await amend(writing, { id, before, after, policy, renames })
    const names = { ids: new Map([[1, id]]), known: new Set([1]), resolve: () => undefined }
    const newRulings = new Map(amended?.isNewRuling ? [[id, 1]] : [])
    const entering = { atRisk: new Map<string, number>(), newRulings }
    if (amended) await judgeRecord(writing, [{ line: 1, value: after }], names, entering)
    return id
  })
}

/**
 * The points that an amended link meets; those that it met before may have been removed.
 *
 * @throws {RefusedLines} naming those that its claim does not have
 */
async function metAfter(
  { tx, meter }: Writing,
  before: WrittenLine,
  after: BundleLine,
): Promise<readonly string[] | undefined> {
  const names = {
    ids: new Map<number, string>(),
    known: new Set([1]),
    resolve: (_: Noun, reference: string) => reference,
  }
  const was: unknown = before['meets']
  const { met, faults } = await findMetPoints(tx, [{ line: 1, value: after }], names, {
    isTaken: (point) => Array.isArray(was) && was.includes(point),
    meter,
  })
  if (faults.length > 0) throw new RefusedLines(faults)
  return met.get(1)
}

/** Whether a slug is the one derived from the name, with or without a number. */
function isMadeFromName(slug: unknown, after: BundleLine): boolean {
  const made =
    after.type === 'source' || after.type === 'story'
      ? slugFrom(after.type === 'source' ? after.name : after.title)
      : undefined
  // No slug can be derived from this name: any slug is made up, and so was this one.
  if (made === undefined) return true
  return slug === made || (typeof slug === 'string' && slug.replace(/-\d+$/, '') === stemOf(made))
}

function requireAmendable(type: ObjectNoun, patch: Readonly<Record<string, unknown>>): void {
  const faults = fixedFields[type]
    .filter((field) => Object.hasOwn(patch, field))
    .map((field): FieldFault => {
      const message = `The ${field} of a ${type} is never amended.`
      return { pointer: `/${field}`, code: 'fixed-field', message }
    })
  if (faults.length > 0)
    throw new DomainError('invalid', 'The patch sets what cannot be amended; see errors.', faults)
}
