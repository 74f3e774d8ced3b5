import { objectNouns, type ObjectNoun } from '../../domain/nouns.ts'
import { createHash } from 'node:crypto'
import type { BundleLine, BundleLineOf } from '../../formats/bundle.ts'
import { canonicalJson } from '../../formats/event.ts'

/** A line of a bundle, counted from 1. */
export interface NumberedLine<T extends BundleLine = BundleLine> {
  readonly line: number
  readonly value: T
  /** Precomputed, so that nothing is hashed under the record lock. */
  readonly contentHash?: Buffer
}

export type ObjectLine = BundleLineOf<ObjectNoun>

export function linesOf<T extends BundleLine['type']>(
  lines: readonly NumberedLine[],
  type: T,
): readonly NumberedLine<BundleLineOf<T>>[] {
  return lines.filter((line): line is NumberedLine<BundleLineOf<T>> => line.value.type === type)
}

export function isObjectLine(line: NumberedLine): line is NumberedLine<ObjectLine> {
  return objectNouns.some((type) => type === line.value.type)
}

/** Used by a namespace to tell whether a `ref` comes with the same content as before. */
export function contentHash(line: BundleLine): Buffer {
  return createHash('sha256').update(canonicalJson(line)).digest()
}
