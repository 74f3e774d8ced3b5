import type { Noun } from '../../domain/nouns.ts'
import type { Db } from '../../store/database/db.ts'
import { findMergeOf } from '../../store/merges.ts'
import { findAllReferences, type FoundReference } from '../../store/references.ts'

/** An object that was merged, with its survivor. */
export interface MergedReference {
  readonly type: Noun
  readonly id: string
  readonly into: string
}

export function mergedAmongFound(found: readonly FoundReference[]): MergedReference[] {
  return found.flatMap(({ type, id, mergedInto }) =>
    mergedInto === null ? [] : [{ type, id, into: mergedInto }],
  )
}

/**
 * The same names with the merges in force now: a bundle may void a merge of something that it
 * names.
 */
export async function withMergesInForce<N extends { readonly merged: readonly MergedReference[] }>(
  tx: Db,
  names: N,
): Promise<N> {
  if (names.merged.length === 0) return names
  const ids = names.merged.map(({ id }) => id)
  return { ...names, merged: mergedAmongFound(await findAllReferences(tx, ids)) }
}

/** The merges in force that lead from an object to its survivor. */
export async function listWay(tx: Db, id: string): Promise<string[]> {
  const way: string[] = []
  for (let merge = await findMergeOf(tx, id); merge; merge = await findMergeOf(tx, merge.into))
    way.push(merge.id)
  return way
}
