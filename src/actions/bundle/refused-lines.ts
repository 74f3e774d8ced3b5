import type { FieldFault } from '../../domain/errors.ts'

/** A fault of one line of a bundle. */
export interface LineFault extends FieldFault {
  readonly line: number
  /** The record as it is stands against it. */
  readonly isConflict?: boolean
  /** Another key may. */
  readonly isForbidden?: boolean
}

/** What a refusal of all these faults is. */
export function codeOf(faults: readonly LineFault[]): 'forbidden' | 'conflict' | 'invalid' {
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
