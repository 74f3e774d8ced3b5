import { DomainError, type FieldFault } from '../../domain/errors.ts'
import { codeOf, type LineFault } from './refused-lines.ts'

/**
 * What refused lines are refused with, told of what was sent. The record stands against it only where
 * nothing else is wrong.
 *
 * @param faultOf a fault as it is told
 */
export function refusalOf(
  faults: readonly LineFault[],
  message: string,
  faultOf: (fault: LineFault) => FieldFault,
): DomainError {
  const candidates = faults.flatMap((fault) => {
    const { line, pointer } = faultOf(fault)
    const place = { pointer, ...(line !== undefined && { line }) }
    return (fault.likely ?? []).map((candidate) => ({ ...place, ...candidate }))
  })
  return new DomainError(codeOf(faults), message, faults.map(faultOf), {
    facts: candidates.length > 0 ? { candidates } : {},
  })
}
