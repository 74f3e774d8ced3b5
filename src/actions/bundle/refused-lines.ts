import type { FieldFault } from '../../domain/errors.ts'
import type { ShownCandidate } from './shown-candidate.ts'

/** A fault of one line of a bundle. */
export interface LineFault extends FieldFault {
  readonly line: number
  /** The record as it is stands against it. */
  readonly isConflict?: boolean
  /** Another key may. */
  readonly isForbidden?: boolean
  /** What the line likely enters a second time. */
  readonly likely?: readonly ShownCandidate[]
}

/** What a refusal of all these faults is. */
export function codeOf(
  faults: readonly LineFault[],
): 'likely-duplicate' | 'forbidden' | 'conflict' | 'invalid' {
  if (faults.every(({ code }) => code === 'likely-duplicate')) return 'likely-duplicate'
  if (faults.every(({ isForbidden }) => isForbidden)) return 'forbidden'
  return faults.every(({ isConflict }) => isConflict) ? 'conflict' : 'invalid'
}

/** Some lines cannot enter the record; nothing of the bundle has been kept. */
export class RefusedLines extends Error {
  readonly faults: readonly LineFault[]

  constructor(faults: readonly LineFault[]) {
    super(`${faults.length} lines are refused.`)
    this.name = 'RefusedLines'
    this.faults = faults
  }
}
