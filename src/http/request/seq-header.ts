import { DomainError } from '../../domain/errors.ts'

/**
 * The answer to a write says its last event by it. A read that sends it back is shown a record that
 * has at least that event, wherever it is read.
 */
export const seqHeader = 'Counterpoint-Seq'

/** As many digits as a number holds exactly. */
export const seqPattern = '^(?:0|[1-9][0-9]{0,14})$'

/** The event that a read must see at least; 0 when it names none. */
export function readSeq(value: string | undefined): number {
  if (value === undefined) return 0
  if (new RegExp(seqPattern).test(value)) return Number(value)
  const message = `${seqHeader} must hold the number of one event in plain digits, as a write answered it.`
  throw new DomainError('bad-header', message, [
    { pointer: `/${seqHeader.toLowerCase()}`, code: 'invalid', message },
  ])
}
