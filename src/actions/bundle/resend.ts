import type { BundleLine } from '../../formats/bundle.ts'
import {
  listAmendedByOthers,
  updateBundleRefs,
  type Namespace,
  type ResentRef,
} from '../../store/bundle-refs.ts'
import { findLives } from '../../store/lives.ts'
import type { Writing } from '../record/writing.ts'
import { amend } from './amend.ts'
import { changedFields, fixedFields } from './changes.ts'
import { judgedAlready } from './duplicate-policy.ts'
import { keepEntered } from './keep-entered.ts'
import type { Names, Resent } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'
import { resolvedLine } from './resolved-line.ts'
import { findWrittenLine, type WrittenLine } from './written-lines.ts'

/** The object on record of a line whose ref is known, and how the two differ. */
interface Difference extends Resent {
  readonly before: WrittenLine
  /** The line with its references resolved, kept as they were entered where they read the same. */
  readonly after: BundleLine
  readonly fields: readonly string[]
}

export type OnChange = 'refuse' | 'amend'

/**
 * Handles lines whose ref is known with other content: they are refused, or amend the record.
 * Evidence is not compared, since it is added and voided separately.
 *
 * @returns the lines that amended something
 * @throws {RefusedLines} naming fields that differ or are never amended, objects that were merged,
 * and objects that somebody else amended since the ref last set their content
 */
export async function resend(
  writing: Writing,
  names: Names,
  { namespace, onChange }: { namespace: Namespace; onChange: OnChange },
): Promise<ReadonlySet<number>> {
  if (names.resent.length === 0) return new Set()
  const differences: Difference[] = []
  for (const resent of names.resent) differences.push(await differenceOf(writing, names, resent))
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
    const isAmended = fields.length > 0
    const seq = isAmended
      ? await amend(writing, { line, id: object, before, after, policy: judgedAlready })
      : null
    resent.push({ ref, contentHash, seq })
  }
  await updateBundleRefs(writing.tx, namespace, resent)
  return new Set(differing.map(({ line }) => line))
}

async function differenceOf({ tx }: Writing, names: Names, resent: Resent): Promise<Difference> {
  const { value, object } = resent
  const before = await findWrittenLine(tx, value.type, object)
  if (!before) throw new Error('A ref stands for what is not in the record.')
  const after = await keepEntered(tx, before, resolvedLine(value, names))
  return { ...resent, before, after, fields: changedFields(before, after) }
}

function otherContent({ line, ref, fields }: Difference): LineFault[] {
  return fields.map((field) => {
    const message = `The ref "${ref}" is in the record with another ${field}. Send it as it was, or send "onChange": "amend" in the first line of the bundle.`
    return { line, pointer: `/${field}`, code: 'other-content', message, isConflict: true }
  })
}

function fixedContent({ line, ref, value, fields }: Difference): LineFault[] {
  return fields
    .filter((field) => fixedFields[value.type].includes(field))
    .map((field) => {
      const message = `The ref "${ref}" is in the record with another ${field}, and the ${field} of a ${value.type} is never amended. Take another ref for it.`
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
    const message = `${object}, which the ref "${ref}" stands for, is merged into ${into}. Amend that one, or void the merge first.`
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
      const message = `${object}, which the ref "${ref}" stands for, was amended by somebody else since this namespace last set it; it differs in ${fields.join(', ')}. Amend it by PATCH, or send it as it is now.`
      return { line, pointer: '/ref', code: 'amended-since', message, isConflict: true }
    })
}
