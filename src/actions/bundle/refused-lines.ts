import type { FieldFault } from '../../domain/errors.ts'
import type { ShownCandidate } from './shown-candidate.ts'

/** A fault in one line of a bundle. */
export interface LineFault extends FieldFault {
  readonly line: number
  /** The line conflicts with the current record. */
  readonly isConflict?: boolean
  /** A key with a wider scope could enter the line. */
  readonly isForbidden?: boolean
  /** The existing entries that the line likely duplicates. */
  readonly likely?: readonly ShownCandidate[]
}

/** The code of a refusal that reports all these faults. */
export function codeOf(
  faults: readonly LineFault[],
): 'likely-duplicate' | 'forbidden' | 'conflict' | 'invalid' {
  if (faults.every(({ code }) => code === 'likely-duplicate')) return 'likely-duplicate'
  if (faults.every(({ isForbidden }) => isForbidden)) return 'forbidden'
  return faults.every(({ isConflict }) => isConflict) ? 'conflict' : 'invalid'
}

/** Thrown when some lines cannot be entered. Nothing of the bundle is stored then. */
export class RefusedLines extends Error {
  readonly faults: readonly LineFault[]
  /** The lines that cannot be entered without these. */
  readonly followers: readonly LineFault[]

  constructor(faults: readonly LineFault[], followers: readonly LineFault[] = []) {
    super('Some lines of the bundle are refused.')
    this.name = 'RefusedLines'
    this.faults = faults
    this.followers = followers
  }
}
