import type { FieldFault } from '../../domain/errors.ts'

/** A fault of one line of a bundle. `conflict`: the record as it is stands against it. */
export interface LineFault extends FieldFault {
  readonly line: number
  readonly isConflict?: boolean
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
