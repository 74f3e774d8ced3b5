import type { Mergeable, NewMerge } from '../domain/merge.ts'
import { DomainError, notFound } from '../domain/errors.ts'
import { findMerge, findMergeOf } from '../store/merges.ts'
import { regionMaxOfPreview } from './bundle/merge-region.ts'
import { enterBundle } from './bundle/enter-bundle.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import type { Writing } from './record/writing.ts'
import {
  requireObject,
  requireVersion,
  writeObject,
  type ObjectWrite,
  type WrittenObject,
} from './write-object.ts'

/**
 * Merges two entries of the same thing; the answer shows the merge.
 *
 * @param write.regionMax how much it may rewrite and relabel; by default, as much as a request may
 * @throws {DomainError} `not-found`, `precondition-failed`, `conflict`, `invalid`
 */
export async function mergeObject<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly noun: Mergeable
    readonly id: string
    readonly versions: readonly number[]
    readonly merge: NewMerge
    readonly regionMax?: number
  },
): Promise<WrittenObject<V> | Submitted> {
  const { noun, id: from, versions, merge } = write
  const work = async (writing: Writing) => {
    await requireObject(writing.tx, noun, from)
    await requireVersion(writing.tx, from, versions)
    const value = { type: 'merge' as const, noun, from, ...merge }
    await enterBundle(writing, [{ line: 1, value }], within(write))
    return (await findMergeOf(writing.tx, from))?.id ?? ''
  }
  return writeObject(deps, write, work, { mayTakeLong: true })
}

/**
 * Undoes a merge.
 *
 * @throws {DomainError} `not-found`, `precondition-failed`, `conflict`, `invalid`
 */
export async function unmergeObject<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly id: string
    readonly versions: readonly number[]
    readonly reason: string
    readonly regionMax?: number
  },
): Promise<WrittenObject<V> | Submitted> {
  const { id, versions, reason } = write
  const work = async (writing: Writing) => {
    const merge = await findMerge(writing.tx, id)
    if (!merge) throw notFound()
    if (!versions.includes(merge.version)) {
      const message = `It has changed: it is at version ${merge.version} now. Read it again.`
      throw new DomainError('precondition-failed', message)
    }
    const value = { type: 'void' as const, merge: id, reason }
    await enterBundle(writing, [{ line: 1, value }], within(write))
    return id
  }
  return writeObject(deps, write, work, { mayTakeLong: true })
}

function within({
  preview,
  regionMax,
}: Pick<ObjectWrite<unknown>, 'preview'> & { readonly regionMax?: number }) {
  if (preview) return { regionMax: regionMaxOfPreview }
  return regionMax === undefined ? {} : { regionMax }
}
