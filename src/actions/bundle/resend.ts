import type { BundleLine } from '../../formats/bundle.ts'
import {
  listAmendedByOthers,
  updateBundleRefs,
  type Namespace,
  type ResentRef,
} from '../../store/bundle-refs.ts'
import { findLives } from '../../store/lives.ts'
import type { Writing } from '../record/writing.ts'
import { amend, type Amended } from './amend.ts'
import { changedFields, fixedFields } from './changes.ts'
import { judgedAlready } from './duplicate-policy.ts'
import { keepEntered } from './keep-entered.ts'
import type { MetPoints } from './met-points.ts'
import type { Names, Resent } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'
import { resolvedLine } from './resolved-line.ts'
import { settledLine } from './settled-line.ts'
import { findWrittenLine, type WrittenLine } from './written-lines.ts'

/** A line whose ref is known, the object on record that the ref stands for, and how they differ. */
interface Difference extends Resent {
  readonly before: WrittenLine
  /** The line with its references resolved; those to the same entry are kept as entered. */
  readonly after: BundleLine
  readonly fields: readonly string[]
}

export type OnChange = 'refuse' | 'amend'

/**
 * Handles lines whose ref was sent before with different content: refuses them, or amends the
 * objects of the refs. Evidence is not compared, because it is added and voided separately.
 *
 * @returns what was amended, by line
 * @throws {RefusedLines} naming fields that differ or can never be amended, objects that were
 * merged, and objects that somebody else has amended since the ref last set their content
 */
export async function resend(
  writing: Writing,
  names: Names,
  { namespace, onChange, met }: { namespace: Namespace; onChange: OnChange; met: MetPoints },
): Promise<ReadonlyMap<number, Amended>> {
  const amended = new Map<number, Amended>()
  if (names.resent.length === 0) return amended
  const differences: Difference[] = []
  for (const resent of writing.meter.each(names.resent))
    differences.push(await differenceOf(writing, names, resent, met.get(resent.line)))
  const differing = differences.filter(({ fields }) => fields.length > 0)
  const faults =
    onChange === 'refuse'
      ? differing.flatMap(otherContent)
      : [
          ...(await mergedAway(writing, differing)),
          ...differing.flatMap(fixedContent),
          ...(await amendedByOthers(writing, namespace, differing)),
        ]
  if (faults.length > 0) throw new RefusedLines(faults)

  const resent: ResentRef[] = []
  for (const { line, ref, object, before, after, contentHash, fields } of differences) {
    const done =
      fields.length > 0
        ? await amend(writing, { line, id: object, before, after, policy: judgedAlready })
        : null
    if (done) amended.set(line, done)
    resent.push({ ref, contentHash, seq: done?.seq ?? null })
  }
  await updateBundleRefs(writing.tx, namespace, resent)
  return amended
}

async function differenceOf(
  { tx, at }: Writing,
  names: Names,
  resent: Resent,
  met: readonly string[] | undefined,
): Promise<Difference> {
  const { value, object } = resent
  const before = await findWrittenLine(tx, value.type, object)
  if (!before) throw new Error('A ref stands for an object that is not in the record.')
  const kept = await keepEntered(tx, before, resolvedLine(value, names))
  const after = settledLine(before, kept, { at, met, line: resent.line })
  return { ...resent, before, after, fields: changedFields(before, after) }
}

function otherContent({ line, ref, fields }: Difference): LineFault[] {
  return fields.map((field) => {
    const message = `The ref "${ref}" is in the record with a different ${field}. Send the line as it was, or send "onChange": "amend" in the first line of the bundle.`
    return { line, pointer: `/${field}`, code: 'other-content', message, isConflict: true }
  })
}

function fixedContent({ line, ref, value, fields }: Difference): LineFault[] {
  return fields
    .filter((field) => fixedFields[value.type].includes(field))
    .map((field) => {
      const message = `The ref "${ref}" is in the record with a different ${field}, and the ${field} of a ${value.type} is never amended. Use a new ref for this ${value.type}.`
      return { line, pointer: `/${field}`, code: 'fixed-field', message, isConflict: true }
    })
}

/** Merged entries take no writes (decision 48). */
async function mergedAway({ tx }: Writing, differing: readonly Difference[]): Promise<LineFault[]> {
  const lives = await findLives(
    tx,
    differing.map(({ object }) => object),
  )
  return differing.flatMap(({ line, ref, object }) => {
    const into = lives.get(object)?.mergedInto ?? null
    if (into === null) return []
    const message = `The ref "${ref}" stands for ${object}, which is merged into ${into}. Amend ${into} instead, or void the merge first.`
    return [{ line, pointer: '/ref', code: 'merged', message, isConflict: true }]
  })
}

/** An import must not silently undo what an editor has amended in the meantime. */
async function amendedByOthers(
  { tx }: Writing,
  namespace: Namespace,
  differing: readonly Difference[],
): Promise<LineFault[]> {
  const refs = differing.map(({ ref }) => ref)
  const others = await listAmendedByOthers(tx, namespace, refs)
  return differing
    .filter(({ object }) => others.has(object))
    .map(({ line, ref, object, fields }) => {
      const message = `The ref "${ref}" stands for ${object}, which somebody else has amended since this namespace last set it. Your line differs from it in ${fields.join(', ')}. Amend it with PATCH, or send it as it is now.`
      return { line, pointer: '/ref', code: 'amended-since', message, isConflict: true }
    })
}
