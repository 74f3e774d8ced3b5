import { DomainError, faultsListedMax, type FieldFault } from '../../domain/errors.ts'
import { codeOf, type LineFault } from './refused-lines.ts'

/**
 * Turns refused lines into a refusal that points into the input. It is a conflict only if nothing
 * else is wrong.
 *
 * @param faultOf how to present a fault
 */
export function refusalOf(
  faults: readonly LineFault[],
  message: string,
  faultOf: (fault: LineFault) => FieldFault,
): DomainError {
  const candidates = faults.slice(0, faultsListedMax).flatMap((fault) => {
    const { line, pointer } = faultOf(fault)
    const place = { pointer, ...(line !== undefined && { line }) }
    return (fault.likely ?? []).map((candidate) => ({ ...place, ...candidate }))
  })
  return new DomainError(codeOf(faults), message, faults.map(faultOf), {
    facts: candidates.length > 0 ? { candidates } : {},
  })
}
