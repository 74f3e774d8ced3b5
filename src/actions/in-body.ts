import type { DomainError } from '../domain/errors.ts'
import { refusalOf } from './bundle/refusal-of-lines.ts'
import { RefusedLines, type LineFault } from './bundle/refused-lines.ts'
import type { Writing } from './record/writing.ts'

/** Turns faults of lines into faults of the request body that the lines were made from. */
export function inBody(work: (writing: Writing) => Promise<string>, pointerOf: PointerOf) {
  const translated = <E>(error: E) =>
    error instanceof RefusedLines ? refusalOfBody(error, pointerOf) : error
  return (writing: Writing): Promise<string> => {
    const refuseQuotes: Writing['refuseQuotes'] = (refusal) =>
      writing.refuseQuotes((over) => translated(refusal(over)))
    return work({ ...writing, refuseQuotes }).catch((error: unknown) => {
      throw translated(error)
    })
  }
}

/** Where in the body the fault of a line is. */
export type PointerOf = (fault: LineFault) => string

function refusalOfBody({ faults }: RefusedLines, pointerOf: PointerOf): DomainError {
  const message = faults.map((fault) => fault.message).join(' ')
  return refusalOf(faults, message, (fault) => {
    const { code, message } = fault
    return { pointer: pointerOf(fault), code, message }
  })
}
