import { DomainError } from '../../domain/errors.ts'

/**
 * Read-your-writes: the answer to a write has its last event in this header, and a read that sends
 * it back sees at least that event, on whatever server it runs.
 */
export const seqHeader = 'Counterpoint-Seq'

/** As many digits as a double represents exactly. */
export const seqPattern = '^(?:0|[1-9][0-9]{0,14})$'

/** The event that a read must see at least; 0 if it names none. */
export function readSeq(value: string | undefined): number {
  if (value === undefined) return 0
  if (new RegExp(seqPattern).test(value)) return Number(value)
  const message = `${seqHeader} must be the number of one event in plain digits, as returned by a write.`
  throw new DomainError('bad-header', message, [
    { pointer: `/${seqHeader.toLowerCase()}`, code: 'invalid', message },
  ])
}
